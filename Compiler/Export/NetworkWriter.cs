using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Writes a network to a file of a format that is chosen by its name.</summary>
public static class NetworkWriter
{
    /// <summary>Writes a file: <c>.nir</c> or <c>.net.yaml</c>.</summary>
    /// <param name="network">A valid network.</param>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <exception cref="InvalidInputException">The format is not written, or cannot hold the network, or the file cannot be written.</exception>
    public static NetworkExport WriteFile(Network network, string path)
    {
        if (path.EndsWith(".nir", StringComparison.OrdinalIgnoreCase))
        {
            return NirWriter.WriteFile(network, path);
        }

        if (path.EndsWith(NetYamlReader.Extension, StringComparison.OrdinalIgnoreCase))
        {
            return NetYamlWriter.WriteFile(network, path);
        }

        throw new InvalidInputException(
            NetworkFileDiagnostics.UnknownFormat, new SourceLocation(path), $"the extension '{Path.GetExtension(path)}' of a file to write", ".nir or .net.yaml", "choose another name");
    }
}
