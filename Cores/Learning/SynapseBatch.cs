using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Synapses that are visited together, one per lane: their variables, operands and keys.</summary>
/// <param name="program">The rule.</param>
/// <param name="capacity">Synapses of the longest batch.</param>
internal sealed class SynapseBatch(RuleProgram program, int capacity)
{
    /// <summary>Lanes of a vector; arrays are padded to it.</summary>
    public const int Lanes = 8;

    /// <summary>Values of every operand.</summary>
    public int[][] Operands { get; } = [.. program.Operands.Select(_ => new int[Padded(capacity)])];

    /// <summary>Weight, delay and tag before and after, by <see cref="RuleTarget"/>.</summary>
    public int[][] Variables { get; } = [.. Enum.GetValues<RuleTarget>().Select(_ => new int[Padded(capacity)])];

    /// <summary>All bits set where the target neuron has fired.</summary>
    public int[] TargetFired { get; } = new int[Padded(capacity)];

    /// <summary>Key of each synapse's draws.</summary>
    public uint[] Keys { get; } = new uint[Padded(capacity)];

    /// <summary>The next multiple of <see cref="Lanes"/>.</summary>
    public static int Padded(int count) => (count + Lanes - 1) & -Lanes;
}
