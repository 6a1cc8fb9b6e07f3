using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>A node of the graph as it stands in the file, with its numbers decoded.</summary>
internal sealed class NirNode(string name, string type)
{
    /// <summary>Name; nodes of subgraphs have the dotted name.</summary>
    public string Name { get; } = name;

    /// <summary>Type, e.g. <c>LIF</c>.</summary>
    public string Type { get; } = type;

    /// <summary>How messages call it.</summary>
    public string Path => $"node '{Name}' ({Type})";

    /// <summary>Whether it is a port of a subgraph, which passes on what it gets.</summary>
    public bool IsInnerPort { get; init; }

    /// <summary>Numeric parameters by name.</summary>
    public Dictionary<string, Hdf5Array> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Textual parameters by name.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>How messages call one of its datasets.</summary>
    public string PathOf(string dataset) => $"{Path}, dataset '{dataset}'";
}
