using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>Reads networks that lava-dl exports for Loihi.</summary>
/// <remarks>Format: lava-dl, lib/dl/slayer (export_hdf5) and lib/dl/netx at d825ac5. What is taken and how: docs/formats/lava-dl.md.</remarks>
public static class LavaDlReader
{
    /// <summary>End of the names of such files.</summary>
    public const string Extension = ".net";

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of a <c>.net</c> file.</param>
    /// <param name="options">What the file leaves open; the defaults when <see langword="null"/>.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or describes something that cannot be taken; every finding names the layer and dataset.</exception>
    public static NetworkImport ReadFile(string path, LavaDlOptions? options = null)
    {
        var report = new ImportReport(path);
        List<LavaDlLayer> layers = LavaDlFile.Read(path, report);
        return new NetworkImport(new LavaDlTranslation(layers, options ?? new LavaDlOptions(), report, path).Run(), report.Warnings);
    }
}
