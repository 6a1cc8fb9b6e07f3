using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Fit;

/// <summary>A connectivity whose longer delays are cut.</summary>
/// <param name="Inner">The connectivity.</param>
/// <param name="Most">Longest delay that stays, in timesteps.</param>
internal sealed record ShorterDelays(Connectivity Inner, int Most) : Connectivity
{
    /// <inheritdoc/>
    public override IntegerRange Delays => new(Math.Min(Inner.Delays.Min, Most), Math.Min(Inner.Delays.Max, Most));

    /// <inheritdoc/>
    public override void AppendRow(int source, List<Synapse> row)
    {
        int first = row.Count;
        Inner.AppendRow(source, row);
        foreach (ref Synapse synapse in CollectionsMarshal.AsSpan(row)[first..])
        {
            synapse = synapse with { Delay = Math.Min(synapse.Delay, Most) };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target) => Inner.Validate(source, target);

    /// <inheritdoc/>
    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target) => Inner.EstimateSynapses(source, target);

    /// <inheritdoc/>
    public override void AddTo(XxHash128 hash)
    {
        hash.Add(nameof(ShorterDelays));
        hash.Add((long)Most);
        Inner.AddTo(hash);
    }

    internal override void AppendTargets(int source, List<int> targets) => Inner.AppendTargets(source, targets);
}
