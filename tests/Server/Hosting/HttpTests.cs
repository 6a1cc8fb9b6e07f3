using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Options;

namespace Ganglion.Server.Tests.Hosting;

/// <summary>Health and metrics over HTTP, and who may see them.</summary>
public sealed class HttpTests : IDisposable
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ganglion-server-");

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_and_metrics_tell_how_the_server_is()
    {
        await using TestServer server = await StartAsync(options => options);
        using var client = new HttpClient { BaseAddress = server.Server.HttpAddress };
        using var sender = new LoopbackClient();
        sender.SendWords(server.State.Ports[0].Addresses[0], 1, 2, 500);
        await Waiting.UntilAsync(() => server.State.Ports[0].Spikes.Counters.Admitted == 2);

        JsonElement health = JsonDocument.Parse(await client.GetStringAsync("/health", Ending)).RootElement;
        string metrics = await client.GetStringAsync("/metrics", Ending);

        Assert.Equal(("running", "relay", "loihi1", "free"), (Text("state"), Text("network"), Text("chip"), Text("clock")));
        Assert.True(health.GetProperty("timestep").GetInt64() > 0);
        Assert.Contains("ganglion_timesteps", metrics, StringComparison.Ordinal);
        Assert.Matches("ganglion_port_received_total\\{[^}]*port=\"spif:0\"[^}]*\\} 2\\s", metrics);
        Assert.Matches("ganglion_port_wrong_keys_total\\{[^}]*port=\"spif:0\"[^}]*\\} 1\\s", metrics);

        await server.State.Session.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(new Uri("/health", UriKind.Relative), Ending)).StatusCode);

        string? Text(string name) => health.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_token_is_asked_for_where_there_is_one()
    {
        string file = Path.Combine(_folder.FullName, "token");
        File.WriteAllText(file, Token + "\n");
        await using TestServer server = await StartAsync(options => options with { TokenFile = file });
        using var client = new HttpClient { BaseAddress = server.Server.HttpAddress };

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/health", UriKind.Relative), Ending)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token[1..]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/metrics", UriKind.Relative), Ending)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health", UriKind.Relative), Ending)).StatusCode);
    }

    [Fact]
    public async Task Clients_of_another_authority_are_not_let_in()
    {
        using X509Certificate2 authority = Issue("authority", null);
        using X509Certificate2 stranger = Issue("stranger", null);
        using X509Certificate2 own = Issue("client", authority);
        using X509Certificate2 foreign = Issue("client", stranger);
        using X509Certificate2 serving = Issue("localhost", authority);
        File.WriteAllBytes(PathTo("server.pfx"), serving.Export(X509ContentType.Pkcs12));
        File.WriteAllText(PathTo("ca.pem"), authority.ExportCertificatePem());
        await using TestServer server = await StartAsync(options => options with { Certificate = PathTo("server.pfx"), ClientAuthority = PathTo("ca.pem") });

        Assert.Equal(HttpStatusCode.OK, await AskAsync(own));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(foreign));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(null));

        async Task<HttpStatusCode> AskAsync(X509Certificate2? certificate)
        {
#pragma warning disable MA0039 // The certificate was made for this test; no authority of this computer knows it.
            using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == serving.Thumbprint };
#pragma warning restore MA0039
            if (certificate is not null)
            {
                handler.ClientCertificates.Add(certificate);
            }

            using var client = new HttpClient(handler) { BaseAddress = server.Server.HttpAddress };
            return (await client.GetAsync(new Uri("/health", UriKind.Relative), Ending)).StatusCode;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<TestServer> StartAsync(Func<ServerOptions, ServerOptions> change) => TestServer.StartAsync(change(new ServerOptions
    {
        Clock = new SessionClock(ClockKind.Free),
        Ports = [TestServer.Port("spif:0")],
        Http = 0,
    }));

    private static X509Certificate2 Issue(string name, X509Certificate2? issuer)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, true));
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        if (issuer is null)
        {
            return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        }

        using X509Certificate2 signed = request.Create(issuer, now.AddHours(-1), now.AddHours(1), [1, 2, 3, (byte)name.Length]);
        using X509Certificate2 withKey = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    private string PathTo(string file) => Path.Combine(_folder.FullName, file);
}
