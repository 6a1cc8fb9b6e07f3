using System.Globalization;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>Reads which core each neuron is on, and which synapse unit serves it.</summary>
internal static class SanaFeMappingReader
{
    private const int CoresPerTile = 4;
    private const int MaximumTile = 1 << 20;

    /// <summary>Reads one mapping: an address with a core and units.</summary>
    public static void Read(YamlEntry entry, SanaFeGroupReader groups)
    {
        YamlMapping mapping = entry.Value.AsMapping();
        int? core = ReadCore(mapping.Required("core"));
        RowForm encoding = Encoding(mapping.Optional("synapse")?.AsString() ?? "");

        // The Loihi architecture has one kind of soma and of dendrite, so their names choose nothing.
        mapping.Optional("soma");
        mapping.Optional("dendrite");
        mapping.RejectUnknownKeys();
        if (SanaFeAddress.TryParse(entry.Key) is not { } address)
        {
            entry.Value.Document.Violations.Add(SanaFeDiagnostics.Address, entry.KeyLocation, $"the neurons '{entry.Key}'", "a group, group.3 or group.0..7");
            return;
        }

        if (!groups.TryFind(address, entry, out SanaFeGroup? group, out int first, out int last) || core is null)
        {
            return;
        }

        for (int neuron = first; neuron <= last; neuron++)
        {
            if (group.Cores[neuron] >= 0)
            {
                entry.Value.Document.Violations.Add(SanaFeDiagnostics.Neurons, entry.KeyLocation, $"neuron {neuron} of the group '{group.Name}' mapped a second time", "one core for each neuron");
                return;
            }

            group.Cores[neuron] = core.Value;
            group.Encodings[neuron] = encoding;
        }
    }

    private static RowForm Encoding(string synapseUnit) =>
        synapseUnit.Contains("sparse", StringComparison.OrdinalIgnoreCase) ? RowForm.Sparse
        : synapseUnit.Contains("conv", StringComparison.OrdinalIgnoreCase) ? RowForm.Shared
        : RowForm.Dense;

    private static int? ReadCore(YamlNode node)
    {
        if (node.IsAbsent)
        {
            return null;
        }

        string text = node.AsString();
        string[] parts = text.Split('.');
        if (parts.Length != 2 || !TryParse(parts[0], out int tile) || !TryParse(parts[1], out int core))
        {
            node.Report(SanaFeDiagnostics.Address, $"the core '{text}'", "tile.core, e.g. 11.3");
            return null;
        }

        if (core >= CoresPerTile || tile >= MaximumTile)
        {
            node.Report(SanaFeDiagnostics.Unknown, $"core {core} of tile {tile}", $"cores 0..{CoresPerTile - 1} of tiles 0..{MaximumTile - 1}");
            return null;
        }

        return (tile * CoresPerTile) + core;
    }

    private static bool TryParse(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
