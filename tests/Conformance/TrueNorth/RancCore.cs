using System.Text.Json;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.TrueNorth;

/// <summary>A core of a vector.</summary>
internal sealed class RancCore(JsonElement core, int tile)
{
    /// <summary>Its tile.</summary>
    public int Tile => tile;

    /// <summary>Its neurons.</summary>
    public IReadOnlyList<JsonElement> Neurons { get; } = [.. core.GetProperty("neurons").EnumerateArray()];

    /// <summary>Type of every axon.</summary>
    public int[] AxonTypes { get; } = core.Ints("axons");

    /// <summary><c>[neuron][axon]</c>, 1 where they are connected.</summary>
    public int[][] Connections { get; } = core.Matrix("connections");

    /// <summary>One parameter of all neurons.</summary>
    public int[] Column(string parameter) => [.. Neurons.Select(neuron => neuron.Int(parameter))];

    /// <summary>The weights that all neurons give to an axon type.</summary>
    public int[] Weights(int type) => [.. Neurons.Select(neuron => neuron.Ints("weights")[type])];
}
