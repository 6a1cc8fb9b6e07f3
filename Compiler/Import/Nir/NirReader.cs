using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Reads networks in the Neuromorphic Intermediate Representation.</summary>
/// <remarks>
/// Format and equations: Pedersen et al. 2024, "Neuromorphic intermediate representation: A unified instruction set for interoperable
/// brain-inspired computing", Nature Communications 15, 8122. What is taken and how: docs/formats/nir.md.
/// </remarks>
public static class NirReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of a <c>.nir</c> file.</param>
    /// <param name="options">What the file leaves open; the defaults when <see langword="null"/>.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">
    /// The file cannot be read, or describes something that cannot be taken; every finding names the node, edge or dataset.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The timestep of <paramref name="options"/> is not a finite duration above 0.</exception>
    public static NirImport ReadFile(string path, NirOptions? options = null)
    {
        options ??= new NirOptions();
        if (!double.IsFinite(options.TimestepSeconds) || options.TimestepSeconds <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.TimestepSeconds, "The timestep must be a finite duration above 0.");
        }

        var report = new ImportReport(path);
        NirGraph graph = NirGraphReader.Read(path, report);
        int[]?[] shapes = NirShapes.Infer(graph, report);
        report.ThrowIfErrors();
        Network network = new NirTranslation(graph, shapes!, options, report, path).Run();
        return new NirImport(network, report.Warnings);
    }
}
