using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reference;

/// <summary>The synapses of a projection, row after row.</summary>
internal sealed class SynapseTable
{
    private readonly int[] _start;
    private readonly int[] _targets;
    private readonly double[] _weights;
    private readonly int[] _delays;
    private readonly bool _oneDelay;

    private SynapseTable(Projection projection, int sources, int target)
    {
        Projection = projection;
        Target = target;
        double scale = projection.Unit is IntegerWeights integer ? Math.ScaleB(1, integer.Exponent + 6) : 1;
        _start = new int[sources + 1];
        var targets = new List<int>();
        var weights = new List<double>();
        var delays = new List<int>();
        var row = new List<Synapse>();
        for (int source = 0; source < sources; source++)
        {
            row.Clear();
            projection.Connectivity.AppendRow(source, row);
            ReferenceLimits.CheckSynapses(projection, targets.Count + (long)row.Count);
            foreach (Synapse synapse in row)
            {
                targets.Add(synapse.Target);
                weights.Add(synapse.Weight * scale);
                delays.Add(synapse.Delay);
            }

            _start[source + 1] = targets.Count;
        }

        _targets = [.. targets];
        _weights = [.. weights];
        MaximumDelay = delays.Count == 0 ? 0 : delays.Max();
        MinimumDelay = delays.Count == 0 ? int.MaxValue : delays.Min();
        _oneDelay = delays.Count == 0 || MinimumDelay == MaximumDelay;
        _delays = _oneDelay ? [] : [.. delays];
    }

    /// <summary>The projection.</summary>
    public Projection Projection { get; }

    /// <summary>Index of the target population.</summary>
    public int Target { get; }

    /// <summary>Shortest delay; very large when there is no synapse.</summary>
    public int MinimumDelay { get; }

    /// <summary>Longest delay.</summary>
    public int MaximumDelay { get; }

    /// <summary>The projections of a network by the index of their source population, in the order of description.</summary>
    public static SynapseTable[][] ReadAll(Network network, IReadOnlyDictionary<string, int> index)
    {
        var outgoing = new List<SynapseTable>[network.Populations.Count];
        for (int p = 0; p < outgoing.Length; p++)
        {
            outgoing[p] = [];
        }

        foreach (Projection projection in network.Projections)
        {
            int source = index[projection.Source];
            outgoing[source].Add(new SynapseTable(projection, network.Populations[source].Count, index[projection.Target]));
        }

        return [.. outgoing.Select(tables => tables.ToArray())];
    }

    /// <summary>Adds the rows of these sources to the sums of the target.</summary>
    /// <returns>Number of synapses visited.</returns>
    public long Deliver(ReadOnlySpan<int> sources, long timestep, DelayedInput input)
    {
        long events = 0;
        double[] now = _oneDelay && _targets.Length > 0 ? input.At(timestep + MaximumDelay) : [];
        foreach (int source in sources)
        {
            int start = _start[source];
            int end = _start[source + 1];
            events += end - start;
            if (_oneDelay)
            {
                for (int s = start; s < end; s++)
                {
                    now[_targets[s]] += _weights[s];
                }
            }
            else
            {
                for (int s = start; s < end; s++)
                {
                    input.At(timestep + _delays[s])[_targets[s]] += _weights[s];
                }
            }
        }

        return events;
    }
}
