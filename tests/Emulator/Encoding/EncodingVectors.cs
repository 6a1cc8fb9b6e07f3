using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Ganglion.Emulator.Tests.Encoding;

/// <summary>Reads the plain arrays of a NumPy .npz file: little-endian float64, int64 and uint8 in C order, flattened.</summary>
internal sealed class EncodingVectors : IDisposable
{
    private readonly ZipArchive _zip;

    private EncodingVectors(string path) => _zip = ZipFile.OpenRead(path);

    /// <summary>Opens a file under the shared folder beside the repository; skips the running test where it is absent.</summary>
    public static EncodingVectors OpenShared(string relativePath)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Ganglion.slnx")))
        {
            root = root.Parent;
        }

        string path = Path.Combine(root?.Parent?.FullName ?? ".", "shared", relativePath);
        Assert.SkipUnless(File.Exists(path), $"There is no ../shared/{relativePath}.");
        return new EncodingVectors(path);
    }

    public double[] Doubles(string name) => Read<double>(name, "<f8");

    public long[] Longs(string name) => Read<long>(name, "<i8");

    public byte[] Bytes(string name) => Read<byte>(name, "|u1");

    public void Dispose() => _zip.Dispose();

    private T[] Read<T>(string name, string type)
        where T : unmanaged
    {
        using Stream stream = _zip.GetEntry(name + ".npy")!.Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        ReadOnlySpan<byte> bytes = copy.ToArray();

        // Magic "\x93NUMPY", version 1.0, then a 16-bit header length and the header text.
        int headerLength = MemoryMarshal.Read<ushort>(bytes[8..]);
        string header = System.Text.Encoding.ASCII.GetString(bytes.Slice(10, headerLength));
        Assert.Contains($"'descr': '{type}'", header, StringComparison.Ordinal);
        Assert.Contains("'fortran_order': False", header, StringComparison.Ordinal);
        return MemoryMarshal.Cast<byte, T>(bytes[(10 + headerLength)..]).ToArray();
    }
}
