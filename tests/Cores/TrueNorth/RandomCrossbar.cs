using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Cores.Tests.TrueNorth;

/// <summary>A crossbar with random connections, types, weights and neurons.</summary>
internal sealed class RandomCrossbar
{
    private readonly CounterRandom _random;
    private readonly int[] _leak;
    private readonly int[] _mode;
    private ulong _draws;

    /// <summary>Draws a crossbar.</summary>
    /// <param name="axons">Axons.</param>
    /// <param name="compartments">Compartments.</param>
    /// <param name="density">Quarters of the connections that exist, 0 to 3.</param>
    /// <param name="seed">Seed.</param>
    public RandomCrossbar(int axons, int compartments, int density, ulong seed)
    {
        _random = new CounterRandom(seed, RandomPurpose.Connection);
        Types = Draw(axons, 0, 3);
        Connected = [.. Types.Select(_ => Draw(compartments, 0, 3).Select(value => value < density).ToArray())];
        Weights = [.. Enumerable.Range(0, 4).Select(_ => Draw(compartments, -256, 255))];
        _leak = Draw(compartments, -8, 2);
        _mode = Draw(compartments, 0, 2);
    }

    public int Axons => Types.Length;

    public int Compartments => _leak.Length;

    /// <summary>Type of every axon.</summary>
    public int[] Types { get; }

    /// <summary><c>[axon][compartment]</c>.</summary>
    public bool[][] Connected { get; }

    /// <summary><c>[type][compartment]</c>.</summary>
    public int[][] Weights { get; }

    /// <summary>The core's image.</summary>
    public CoreImage Image(int stride, int slots) => CoreImages.Of(
        Compartments,
        CoreImages.Sparse(stride, slots, [.. Connected.Select((row, axon) =>
            row.Index().Where(pair => pair.Item).Select(pair => (pair.Index, 0, (short)Types[axon])).ToArray())]),
        ("weight0", Weights[0]), ("weight1", Weights[1]), ("weight2", Weights[2]), ("weight3", Weights[3]),
        ("threshold", [300]), ("negativeThreshold", [-400]), ("reset", [7]), ("resetMode", _mode),
        ("leak", [.. _leak.Select(leak => Math.Min(leak, 0))]), ("leakReversal", [1]));

    private int[] Draw(int count, int minimum, int maximum) =>
        [.. Enumerable.Range(0, count).Select(_ => minimum + (int)(_random.Draw(_draws++) % (uint)(maximum - minimum + 1)))];
}
