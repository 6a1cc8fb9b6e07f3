using System.Diagnostics.CodeAnalysis;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>Reads groups of neurons.</summary>
internal sealed class SanaFeGroupReader
{
    /// <summary>Most neurons of a file.</summary>
    public const int MaximumNeurons = 4 * 1024 * 1024;

    private readonly Dictionary<string, SanaFeGroup> _groups = new(StringComparer.Ordinal);
    private int _neurons;

    /// <summary>The groups in the order of the file.</summary>
    public List<SanaFeGroup> Groups { get; } = [];

    /// <summary>Whether a group was found faulty, so that addresses of its neurons say nothing.</summary>
    public bool HasFaults { get; private set; }

    /// <summary>Reads one group.</summary>
    public void Read(YamlNode node)
    {
        YamlMapping mapping = node.AsMapping();
        YamlNode nameNode = mapping.Required("name");
        string name = nameNode.AsString();
        var attributes = new SanaFeAttributes(mapping.Optional("attributes"));
        SanaFeRegisters defaults = SanaFeRegisters.Read(attributes, SanaFeRegisters.Default);
        attributes.RejectUnknown();
        SanaFeRegisters[]? neurons = ReadNeurons(mapping.Required("neurons"), defaults);
        mapping.RejectUnknownKeys();
        if (neurons is null || name.Length == 0)
        {
            HasFaults = true;
            return;
        }

        var group = new SanaFeGroup(name, neurons, node.Location);
        Groups.Add(group);
        if (!_groups.TryAdd(name, group))
        {
            nameNode.Report(SanaFeDiagnostics.Neurons, $"the group '{name}' a second time", "a name of its own for each group");
        }
    }

    /// <summary>The group of that name and the neurons that are meant; reports what does not exist.</summary>
    public bool TryFind(SanaFeAddress address, YamlEntry entry, [NotNullWhen(true)] out SanaFeGroup? group, out int first, out int last)
    {
        (first, last) = (0, 0);
        if (!_groups.TryGetValue(address.Group, out group))
        {
            if (!HasFaults)
            {
                ViolationCollector violations = entry.Value.Document.Violations;
                bool isSearchable = !violations.IsFull && _groups.Count <= NetworkLimits.MaximumSuggestions;
                string? remedy = isSearchable ? Suggestion.Remedy(address.Group, _groups.Keys) : null;
                violations.Add(SanaFeDiagnostics.Unknown, entry.KeyLocation, $"the group '{address.Group}'", null, remedy);
            }

            return false;
        }

        (first, last) = address.First is { } from ? (from, address.Last) : (0, group.Count - 1);
        if (last < group.Count)
        {
            return true;
        }

        entry.Value.Document.Violations.Add(SanaFeDiagnostics.Unknown, entry.KeyLocation, $"neuron {last} of the group '{group.Name}'", $"neurons 0..{group.Count - 1}");
        return false;
    }

    private SanaFeRegisters[]? ReadNeurons(YamlNode node, SanaFeRegisters defaults)
    {
        var ranges = new List<(int First, int Last, SanaFeRegisters Registers)>();
        foreach (YamlNode item in node.AsSequence(1))
        {
            if (item is YamlScalar scalar)
            {
                Add(item, scalar.Text, defaults);
                continue;
            }

            foreach (YamlEntry entry in item.AsMapping().Entries)
            {
                var attributes = new SanaFeAttributes(entry.Value);
                SanaFeRegisters registers = SanaFeRegisters.Read(attributes, defaults);
                attributes.RejectUnknown();
                Add(item, entry.Key, registers);
            }
        }

        return Join(node, ranges);

        void Add(YamlNode at, string key, SanaFeRegisters registers)
        {
            if (SanaFeAddress.TryParseRange(key) is var (first, last))
            {
                ranges.Add((first, last, registers));
            }
            else
            {
                at.Report(SanaFeDiagnostics.Address, $"the neuron '{key}'", "a number, or a range such as 0..7");
            }
        }
    }

    private SanaFeRegisters[]? Join(YamlNode node, List<(int First, int Last, SanaFeRegisters Registers)> ranges)
    {
        if (ranges.Count == 0)
        {
            return null;
        }

        ranges.Sort((a, b) => a.First.CompareTo(b.First));
        int next = 0;
        foreach ((int first, int last, _) in ranges)
        {
            if (first != next)
            {
                node.Report(
                    SanaFeDiagnostics.Neurons,
                    first < next ? $"neuron {first} a second time" : $"neurons up to {last} without neuron {next}",
                    "neurons from 0 without gaps, each once");
                return null;
            }

            if (last >= MaximumNeurons - _neurons)
            {
                node.Report(YamlDiagnostics.TooLarge, $"neurons up to {last}", $"{MaximumNeurons} neurons in all");
                return null;
            }

            next = last + 1;
        }

        _neurons += next;
        return [.. ranges.SelectMany(range => Enumerable.Repeat(range.Registers, range.Last - range.First + 1))];
    }
}
