using System.IO.Hashing;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>Which neurons a projection connects, with which weights and delays; a pure function of the source neuron.</summary>
/// <remarks>
/// Rows are produced on demand, so that a network of millions of synapses needs no memory until it is mapped. All members may be
/// called from several threads at once.
/// </remarks>
public abstract record Connectivity
{
    /// <summary>Longest delay that a synapse may have, in timesteps.</summary>
    public const int MaximumDelay = 65_536;

    /// <summary>Shortest and longest delay of any synapse, in timesteps; bounds that need not be reached.</summary>
    public abstract IntegerRange Delays { get; }

    /// <summary>Appends the synapses of one source neuron, ascending by target; equal targets are separate synapses.</summary>
    /// <param name="source">Neuron of the source population, from 0.</param>
    /// <param name="row">Receives the synapses; not cleared.</param>
    public abstract void AppendRow(int source, List<Synapse> row);

    /// <summary>Appends the target of every synapse of one source neuron, in the order of <see cref="AppendRow"/>.</summary>
    internal virtual void AppendTargets(int source, List<int> targets)
    {
        List<Synapse> row = [];
        AppendRow(source, row);
        foreach (Synapse synapse in row)
        {
            targets.Add(synapse.Target);
        }
    }

    /// <summary>What is wrong with this connectivity between populations of these shapes, one sentence each; empty when all is well.</summary>
    /// <param name="source">Shape of the source population.</param>
    /// <param name="target">Shape of the target population.</param>
    public abstract IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target);

    /// <summary>Number of synapses between populations of these shapes: exact, an upper bound, or the expectation of random ones.</summary>
    /// <param name="source">Shape of the source population.</param>
    /// <param name="target">Shape of the target population.</param>
    public abstract double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target);

    /// <summary>Feeds everything that determines the rows into a hash.</summary>
    /// <param name="hash">Receives the bytes.</param>
    public abstract void AddTo(XxHash128 hash);
}
