using Ganglion.ChipSpec.Diagnostics;
using PureHDF;

namespace Ganglion.Compiler.Import.Hdf5;

/// <summary>Opens files that nobody has checked.</summary>
internal static class Hdf5Source
{
    static Hdf5Source() => LzfFilter.Register();

    /// <summary>Reads a file; whatever the library or the file system has against it becomes a finding.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="findings">How the format calls what can be wrong.</param>
    /// <param name="report">Receives the findings.</param>
    /// <param name="read">Reads the root group.</param>
    public static T Read<T>(string path, Hdf5Findings findings, ImportReport report, Func<IH5Group, Hdf5Datasets, T> read)
    {
        try
        {
            using var stream = new GuardedStream(path);
            using var file = H5File.Open(stream, leaveOpen: true);
            var datasets = new Hdf5Datasets(report, findings, stream.Length);
            return GuardedCulture.Run(() => read(file, datasets));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw report.Fatal(findings.Unreadable, "file", failure.Message.TrimEnd('.'), "a file that may be read", "check the path");
        }
        catch (Exception failure) when (failure is not InvalidInputException)
        {
            // The library reports damage with exceptions of every kind, and the file system adds its own.
            throw report.Fatal(findings.Unreadable, "file", failure.Message.TrimEnd('.'), findings.Origin, "check that it opens with h5dump -H");
        }
    }
}
