using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Import.LavaDl;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Import.SanaFe;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import;

/// <summary>Reads a network from a file of any format that is known, chosen by its name.</summary>
public static class NetworkFile
{
    private const string NirExtension = ".nir";
    private const string YamlExtension = ".yaml";
    private const string YmlExtension = ".yml";

    /// <summary>Reads a file: <c>.nir</c>, <c>.net</c> of lava-dl, <c>.net.yaml</c>, or another <c>.yaml</c>, which is a network of SANA-FE when it has the top key <c>network</c>.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="nir">What a <c>.nir</c> file leaves open; the defaults when <see langword="null"/>.</param>
    /// <exception cref="InvalidInputException">It cannot be read or taken; carries everything that was found.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timestep of <paramref name="nir"/> is not a finite duration above 0.</exception>
    public static NetworkImport Read(string path, NirOptions? nir = null)
    {
        if (HasExtension(NirExtension))
        {
            NirImport import = NirReader.ReadFile(path, nir);
            return new NetworkImport(import.Network, import.Warnings);
        }

        if (HasExtension(LavaDlReader.Extension))
        {
            return LavaDlReader.ReadFile(path);
        }

        if (HasExtension(NetYamlReader.Extension))
        {
            return new NetworkImport(NetYamlReader.ReadFile(path), []);
        }

        if (HasExtension(YamlExtension) || HasExtension(YmlExtension))
        {
            return new NetworkImport(ReadYaml(YamlDocument.ParseFile(path, SanaFeReader.Limits), path), []);
        }

        throw new InvalidInputException(
            NetworkFileDiagnostics.UnknownFormat,
            new SourceLocation(path),
            $"the extension '{Path.GetExtension(path)}'",
            "a network: .net.yaml, .nir, .net of lava-dl, or .yaml in the form of SANA-FE",
            "check the path, or rename the file");

        bool HasExtension(string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
    }

    private static Network ReadYaml(YamlDocument document, string path) =>
        document.Root is YamlMapping root && root.Entries.Any(entry => entry.Key == SanaFeReader.TopKey)
            ? SanaFeReader.Read(document)
            : NetYamlReader.Read(document, Path.GetDirectoryName(path) ?? "");
}
