using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Ganglion.Tests.Shared;

/// <summary>Reads arrays out of a NumPy <c>.npz</c> archive: little-endian.</summary>
internal sealed partial class NumpyArchive
{
    private readonly Dictionary<string, NumpyArray> _arrays = new(StringComparer.Ordinal);

    public NumpyArchive(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            _arrays[Path.GetFileNameWithoutExtension(entry.FullName)] = Parse(content.ToArray());
        }
    }

    public NumpyArray this[string name] => _arrays[name];

    /// <summary>Reads a <c>.npy</c> file.</summary>
    public static NumpyArray ReadArray(string path) => Parse(File.ReadAllBytes(path));

    private static NumpyArray Parse(byte[] file)
    {
        int headerLength = BitConverter.ToUInt16(file, 8);
        string header = Encoding.ASCII.GetString(file, 10, headerLength);
        Match match = Header().Match(header);
        int[] shape = [.. match.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
        ReadOnlySpan<byte> data = file.AsSpan(10 + headerLength);
        double[] values = match.Groups["type"].Value switch
        {
            "|u1" or "|b1" => [.. data.ToArray().Select(v => (double)v)],
            "<u2" => [.. MemoryMarshal.Cast<byte, ushort>(data).ToArray().Select(v => (double)v)],
            "<i4" => [.. MemoryMarshal.Cast<byte, int>(data).ToArray().Select(v => (double)v)],
            "<i8" or "<u8" => [.. MemoryMarshal.Cast<byte, long>(data).ToArray().Select(v => (double)v)],
            "<f4" => [.. MemoryMarshal.Cast<byte, float>(data).ToArray().Select(v => (double)v)],
            "<f8" => MemoryMarshal.Cast<byte, double>(data).ToArray(),
            string other => throw new NotSupportedException(other),
        };
        return new NumpyArray(shape, match.Groups["fortran"].Value == "True" ? RowMajor(shape, values) : values);
    }

    /// <summary>Values whose first index runs fastest, so ordered that the last one does.</summary>
    private static double[] RowMajor(int[] shape, double[] values)
    {
        double[] ordered = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            (int rest, int target, int stride) = (i, 0, values.Length);
            foreach (int extent in shape)
            {
                stride /= extent;
                target += rest % extent * stride;
                rest /= extent;
            }

            ordered[target] = values[i];
        }

        return ordered;
    }

    [GeneratedRegex("'descr': '(?<type>[^']+)', 'fortran_order': (?<fortran>True|False), 'shape': \\((?<shape>[^)]*)\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();
}
