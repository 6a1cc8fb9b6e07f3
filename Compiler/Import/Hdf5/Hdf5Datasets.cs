using Ganglion.ChipSpec.Diagnostics;
using PureHDF;

namespace Ganglion.Compiler.Import.Hdf5;

/// <summary>Decodes datasets of a file, within its limits.</summary>
internal sealed class Hdf5Datasets(ImportReport report, Hdf5Findings findings, long fileLength)
{
    private long _numbers;

    /// <summary>Decodes text: a single string, or an array in row-major order.</summary>
    public string[] Texts(IH5Dataset dataset, string path, int most)
    {
        int count = Count(dataset, path, most);
        if (!IsText(dataset))
        {
            throw report.Fatal(findings.BadParameter, path, "it holds numbers", "text");
        }

        return Decode(path, () => IsScalar(dataset) ? [dataset.Read<string>()] : count == 0 ? [] : dataset.Read<string[]>());
    }

    /// <summary>Whether a dataset holds text.</summary>
    public static bool IsText(IH5Dataset dataset) => dataset.Type.Class is H5DataTypeClass.String or H5DataTypeClass.VariableLength;

    /// <summary>Decodes numbers of any width; reports those that are not finite.</summary>
    public Hdf5Array Numbers(IH5Dataset dataset, string path)
    {
        int count = Count(dataset, path, Hdf5Limits.NumbersPerDataset);
        _numbers += count;
        if (_numbers > Hdf5Limits.NumbersPerFile)
        {
            throw report.Fatal(findings.TooLarge, path, $"{_numbers:N0} numbers up to here", $"{Hdf5Limits.NumbersPerFile:N0} in a file");
        }

        IH5DataType type = dataset.Type;
        long bytes = (long)count * type.Size;
        if (bytes / Hdf5Limits.Compression > fileLength)
        {
            throw report.Fatal(findings.TooLarge, path, $"{bytes:N0} bytes of numbers in a file of {fileLength:N0}", "what gzip can hold");
        }

        int[] shape = IsScalar(dataset) ? [] : [.. dataset.Space.Dimensions.Select(d => (int)d)];
        double[] values = count == 0 ? [] : Decode(path, () => Values(dataset, path));
        if (Array.FindIndex(values, v => !double.IsFinite(v)) is var n and >= 0)
        {
            report.Add(findings.BadParameter, path, $"value {n} of {count} is {values[n]}", "finite numbers");
        }

        return new Hdf5Array(shape, values);
    }

    private double[] Values(IH5Dataset dataset, string path)
    {
        IH5DataType type = dataset.Type;
        return (type.Class, type.Size) switch
        {
            (H5DataTypeClass.FloatingPoint, 2) => Read<Half>(dataset, static v => (double)v),
            (H5DataTypeClass.FloatingPoint, 4) => Read<float>(dataset, static v => v),
            (H5DataTypeClass.FloatingPoint, 8) => Read<double>(dataset, static v => v),
            (H5DataTypeClass.FixedPoint, 1) when type.FixedPoint.IsSigned => Read<sbyte>(dataset, static v => v),
            (H5DataTypeClass.FixedPoint, 2) when type.FixedPoint.IsSigned => Read<short>(dataset, static v => v),
            (H5DataTypeClass.FixedPoint, 4) when type.FixedPoint.IsSigned => Read<int>(dataset, static v => v),
            (H5DataTypeClass.FixedPoint, 8) when type.FixedPoint.IsSigned => Read<long>(dataset, static v => v),
            (H5DataTypeClass.FixedPoint or H5DataTypeClass.Enumerated, 1) => Read<byte>(dataset, static v => v),
            (H5DataTypeClass.FixedPoint, 2) => Read<ushort>(dataset, static v => v),
            (H5DataTypeClass.FixedPoint, 4) => Read<uint>(dataset, static v => v),
            (H5DataTypeClass.FixedPoint, 8) => Read<ulong>(dataset, static v => v),
            _ => throw report.Fatal(
                findings.UnsupportedEncoding, path, $"a number type of class {type.Class} and {type.Size} bytes", "floating point or integers"),
        };
    }

    private static double[] Read<T>(IH5Dataset dataset, Converter<T, double> convert) =>
        IsScalar(dataset) ? [convert(dataset.Read<T>())] : Array.ConvertAll(dataset.Read<T[]>(), convert);

    private static bool IsScalar(IH5Dataset dataset) => dataset.Space.Type == H5DataspaceType.Scalar;

    private int Count(IH5Dataset dataset, string path, int most) => Decode(path, () =>
    {
        if (dataset.Space.Type == H5DataspaceType.Null)
        {
            return 0;
        }

        ulong count = 1;
        foreach (ulong extent in dataset.Space.Dimensions)
        {
            if (extent > (ulong)most || (count *= extent) > (ulong)most)
            {
                throw report.Fatal(
                    findings.TooLarge, path, $"an array of ({string.Join(", ", dataset.Space.Dimensions)})", $"{most:N0} values");
            }
        }

        return (int)count;
    });

    /// <summary>Runs library code on bytes that nobody has checked: whatever it throws says that the file is at fault.</summary>
    private T Decode<T>(string path, Func<T> decode)
    {
        try
        {
            return decode();
        }
        catch (Exception failure) when (failure is not InvalidInputException)
        {
            string? encoding = failure.Message switch
            {
                string message when message.Contains("Byte order", StringComparison.OrdinalIgnoreCase) => "its numbers are big-endian",
                string message when message.Contains("filter", StringComparison.OrdinalIgnoreCase) =>
                    $"it is compressed with a filter that is not read: {message.Split('.')[0]}",
                _ => null,
            };
            throw encoding is null
                ? report.Fatal(findings.Unreadable, path, failure.Message.TrimEnd('.'), "a complete HDF5 dataset")
                : report.Fatal(
                    findings.UnsupportedEncoding,
                    path,
                    encoding,
                    "little-endian numbers, plain or with gzip, LZF, shuffle or Fletcher-32",
                    findings.EncodingRemedy);
        }
    }
}
