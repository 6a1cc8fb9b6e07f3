using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;
using PureHDF;

namespace Ganglion.Compiler.Export;

/// <summary>Writes networks in the Neuromorphic Intermediate Representation.</summary>
/// <remarks>
/// The file has the layout of the reference package (Pedersen et al. 2024, Nature Communications 15, 8122), and is read back with the Euler rule and the
/// timestep that is returned. What it can hold: docs/formats/nir.md.
/// </remarks>
public static class NirWriter
{
    /// <summary>Writes a file; it appears whole or not at all.</summary>
    /// <param name="network">A valid network.</param>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <exception cref="InvalidInputException">The network has what such a file cannot hold, with every element named; or the file cannot be written.</exception>
    public static NetworkExport WriteFile(Network network, string path)
    {
        var export = new NirExport(network);
        H5File file = export.Run();
        AtomicFile.Write(path, pending => file.Write(pending));
        return new NetworkExport(export.TimestepSeconds, export.Warnings);
    }
}
