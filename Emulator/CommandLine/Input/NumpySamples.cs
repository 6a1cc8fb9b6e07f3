using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Calibrate;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Input;

/// <summary>Reads samples from an array of NumPy: spikes by sample, timestep and neuron.</summary>
internal static partial class NumpySamples
{
    private const int MaximumBytes = 256 * 1024 * 1024;
    private const int MaximumSpikes = 1 << 25;
    private const int MaximumPerTimestep = 1000;
    private const string UsualName = "input.npy";

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the .npy or .npz file.</param>
    /// <param name="source">Source that fires the spikes.</param>
    /// <exception cref="InvalidInputException">The file holds no such array.</exception>
    public static IReadOnlyList<CalibrationSample> Read(string path, SourcePopulation source)
    {
        byte[] bytes = TextFile.ReadBytes(path, MaximumBytes);
        bytes = path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase) ? Extract(path, bytes) : bytes;
        (string type, int[] shape, int start) = ReadHeader(path, bytes);
        shape = shape.Length == 2 ? [1, .. shape] : shape;
        if (shape.Length != 3 || shape[2] != source.Count)
        {
            throw Refuse(path, $"the shape ({string.Join(", ", shape)})", $"(samples, timesteps, {source.Count}), the neurons of source '{source.Name}'");
        }

        double[] values = ReadValues(path, bytes.AsSpan(start), type);
        if (values.LongLength != shape.Aggregate(1L, (product, extent) => Math.Min(int.MaxValue, product * extent)))
        {
            throw Refuse(path, $"{values.LongLength:N0} values", $"as many as the shape ({string.Join(", ", shape)}) says");
        }

        long spikes = 0;
        List<CalibrationSample> samples = [];
        for (int sample = 0; sample < shape[0]; sample++)
        {
            samples.Add(Sample(path, source, values.AsSpan(sample * shape[1] * shape[2], shape[1] * shape[2]), ref spikes));
        }

        return samples;
    }

    private static CalibrationSample Sample(string path, SourcePopulation source, ReadOnlySpan<double> values, ref long spikes)
    {
        List<long> timesteps = [];
        List<int> neurons = [];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is not (>= 0 and <= MaximumPerTimestep) || values[i] != Math.Floor(values[i]))
            {
                throw Refuse(path, $"the value {values[i]}", $"whole numbers from 0 to {MaximumPerTimestep}");
            }

            spikes += (long)values[i];
            if (spikes > MaximumSpikes)
            {
                throw Refuse(path, $"more than {MaximumSpikes:N0} spikes", $"{MaximumSpikes:N0}");
            }

            timesteps.AddRange(Enumerable.Repeat(1L + (i / source.Count), (int)values[i]));
            neurons.AddRange(Enumerable.Repeat(i % source.Count, (int)values[i]));
        }

        return new CalibrationSample
        {
            Input = new Dictionary<string, ListSource>(StringComparer.Ordinal) { [source.Name] = new(timesteps, neurons) },
            Timesteps = Math.Max(1, values.Length / source.Count),
        };
    }

    private static byte[] Extract(string path, byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            ZipArchiveEntry entry = archive.GetEntry(UsualName)
                ?? (archive.Entries is [var only] ? only : throw Refuse(path, $"{archive.Entries.Count} arrays", "one, or one called 'input'"));
            if (entry.Length > MaximumBytes)
            {
                throw Refuse(path, $"an array of {entry.Length:N0} bytes", $"{MaximumBytes:N0} bytes");
            }

            byte[] content = new byte[entry.Length];
            using Stream stream = entry.Open();
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw Refuse(path, damage.Message, "a .npz archive of NumPy");
        }
    }

    private static (string Type, int[] Shape, int Start) ReadHeader(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes[1..].StartsWith("NUMPY"u8))
        {
            throw Refuse(path, "a file that does not begin like an array", "an array in the .npy format");
        }

        bool isFirst = bytes[6] == 1;
        int start = isFirst ? 10 : 12;
        long length = isFirst ? MemoryMarshal.Read<ushort>(bytes[8..]) : MemoryMarshal.Read<uint>(bytes[8..]);
        string header = length <= bytes.Length - start ? Encoding.Latin1.GetString(bytes.Slice(start, (int)length)) : "";
        Match match = Header().Match(header);
        if (!match.Success)
        {
            throw Refuse(path, "a header of another kind", "numbers in C order");
        }

        int[] shape = [.. match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(extent => int.TryParse(extent, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : throw Refuse(path, $"the extent {extent}", "whole numbers"))];
        return (match.Groups["type"].Value, shape, start + (int)length);
    }

    private static double[] ReadValues(string path, ReadOnlySpan<byte> bytes, string type) => type switch
    {
        "|u1" or "|b1" => Widen<byte>(bytes),
        "|i1" => Widen<sbyte>(bytes),
        "<u2" => Widen<ushort>(bytes),
        "<i2" => Widen<short>(bytes),
        "<u4" => Widen<uint>(bytes),
        "<i4" => Widen<int>(bytes),
        "<i8" => Widen<long>(bytes),
        "<u8" => Widen<ulong>(bytes),
        "<f4" => Widen<float>(bytes),
        "<f8" => Widen<double>(bytes),
        _ => throw Refuse(path, $"numbers of type '{type}'", "whole or floating-point numbers, little-endian"),
    };

    private static double[] Widen<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(bytes);
        double[] wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = double.CreateChecked(values[i]);
        }

        return wide;
    }

    private static InvalidInputException Refuse(string path, string found, string allowed) =>
        new(CalibrationDiagnostics.Array, new SourceLocation(path), found, allowed, "save the samples as an array of small whole numbers");

    [GeneratedRegex(@"'descr':\s*'(?<type>[^']*)'.*'fortran_order':\s*False.*'shape':\s*\((?<shape>[^)]*)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();
}
