using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>A layer as it stands in the file, with its numbers decoded.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Type">Its type, e.g. <c>conv</c>.</param>
internal sealed record LavaDlLayer(int Index, string Type)
{
    /// <summary>How the network calls it: type and place.</summary>
    public string Name => $"{Type}{Index}";

    /// <summary>How messages call it.</summary>
    public string Path => $"layer {Index} ({Type})";

    /// <summary>Type of its neurons, e.g. <c>CUBA</c>; <see langword="null"/> when it has none.</summary>
    public string? NeuronType { get; set; }

    /// <summary>Numbers of the layer by name; those of its neurons as <c>neuron/vThMant</c>.</summary>
    public Dictionary<string, Hdf5Array> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>How messages call one of its datasets.</summary>
    public string PathOf(string dataset) => $"{Path}, dataset '{dataset}'";
}
