using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Server.Options;

namespace Ganglion.Server.Access;

/// <summary>How a server proves who it is, and how it tells who may talk to it over HTTP and gRPC.</summary>
internal sealed class ServerSecrets
{
    private const int LeastTokenLength = 16;
    private const int MostTokenBytes = 4_096;

    private readonly byte[]? _token;
    private readonly X509Certificate2? _authority;

    private ServerSecrets(byte[]? token, X509Certificate2? certificate, X509Certificate2? authority) => (_token, Certificate, _authority) = (token, certificate, authority);

    /// <summary>The certificate of the server with its key; <see langword="null"/> for none.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Whether clients show a certificate.</summary>
    public bool AsksForCertificate => _authority is not null;

    /// <summary>Whether clients show a token.</summary>
    public bool AsksForToken => _token is not null;

    /// <summary>Reads the files that a user named.</summary>
    /// <param name="options">What the server is asked to do.</param>
    /// <exception cref="InvalidInputException">A file cannot be used, or a door would be open to everybody.</exception>
    public static ServerSecrets Read(ServerOptions options)
    {
        if (options is { Http: not null, IsRemote: true, TokenFile: null, ClientAuthority: null })
        {
            throw new InvalidInputException(
                ServerDiagnostics.Exposed, new SourceLocation("--listen"), $"HTTP on {options.Listen} without a proof of who asks",
                remedy: "--token FILE, or --certificate FILE with --client-ca FILE");
        }

        if (options is { ClientAuthority: not null, Certificate: null })
        {
            throw new InvalidInputException(
                ServerDiagnostics.Conflict, new SourceLocation("--client-ca"), "clients can show a certificate to a server that has one only", remedy: "--certificate FILE");
        }

        return new ServerSecrets(
            options.TokenFile is { } file ? Token(file) : null,
            options.Certificate is { } certificate ? Load(certificate, ServerCertificate) : null,
            options.ClientAuthority is { } authority ? Load(authority, X509CertificateLoader.LoadCertificateFromFile) : null);
    }

    /// <summary>Whether a request shows the token, or needs none.</summary>
    /// <param name="authorization">The header <c>Authorization</c>.</param>
    public bool Accepts(string? authorization)
    {
        const string Scheme = "Bearer ";
        return _token is null
            || (authorization?.StartsWith(Scheme, StringComparison.Ordinal) == true
                && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(authorization[Scheme.Length..])), SHA256.HashData(_token)));
    }

    /// <summary>Whether a client's certificate was issued by the authority.</summary>
    /// <param name="certificate">The certificate.</param>
    public bool Accepts(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority!);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private static byte[] Token(string path)
    {
        string token = TextFile.Read(path, MostTokenBytes).Trim();
        return token.Length >= LeastTokenLength
            ? Encoding.UTF8.GetBytes(token)
            : throw new InvalidInputException(
                ServerDiagnostics.Setting, new SourceLocation(path), $"a token of {token.Length} characters", $"at least {LeastTokenLength}", "write 32 random characters to the file");
    }

    private static X509Certificate2 ServerCertificate(string path)
    {
        if (!path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, null);
        }

        using X509Certificate2 read = X509Certificate2.CreateFromPemFile(path);
        // Some systems cannot use a key that lives in memory alone.
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }

    private static X509Certificate2 Load(string path, Func<string, X509Certificate2> load)
    {
        try
        {
            return load(path);
        }
        catch (Exception cause) when (cause is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException(
                ServerDiagnostics.Setting, new SourceLocation(path), $"the certificate cannot be used: {cause.Message}",
                "PKCS #12 without a password, or .pem with certificate and key; for an authority, its certificate");
        }
    }
}
