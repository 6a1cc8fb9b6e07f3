using System.IO.Hashing;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>Every source neuron connects to every target neuron.</summary>
public sealed record AllToAll : Connectivity
{
    private readonly double[] _weights;

    /// <summary>Creates it with one weight for all.</summary>
    /// <param name="sourceCount">Neurons of the source population.</param>
    /// <param name="targetCount">Neurons of the target population.</param>
    /// <param name="weight">Weight of every synapse.</param>
    /// <param name="delay">Delay of every synapse, in timesteps, 0 or above.</param>
    public AllToAll(int sourceCount, int targetCount, double weight, int delay = 1)
        : this(sourceCount, targetCount, [weight], delay)
    {
    }

    /// <summary>Creates it from a matrix.</summary>
    /// <param name="sourceCount">Neurons of the source population.</param>
    /// <param name="targetCount">Neurons of the target population.</param>
    /// <param name="weights">
    /// Matrix of targets × sources, row by row (all weights of target 0 come first), so that y = W·x; or a single weight.
    /// An array is kept, not copied: leave it alone afterwards.
    /// </param>
    /// <param name="delay">Delay of every synapse, in timesteps, 0 or above.</param>
    public AllToAll(int sourceCount, int targetCount, IReadOnlyList<double> weights, int delay = 1)
    {
        SourceCount = sourceCount;
        TargetCount = targetCount;
        Delay = delay;
        _weights = weights as double[] ?? [.. weights];
    }

    /// <summary>Neurons of the source population.</summary>
    public int SourceCount { get; }

    /// <summary>Neurons of the target population.</summary>
    public int TargetCount { get; }

    /// <summary>Matrix of targets × sources, row by row; or a single weight.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Delay of every synapse, in timesteps.</summary>
    public int Delay { get; }

    /// <inheritdoc/>
    public override IntegerRange Delays => new(Delay, Delay);

    /// <inheritdoc/>
    public override void AppendRow(int source, List<Synapse> row)
    {
        (int index, int stride) = _weights.Length == 1 ? (0, 0) : (source, SourceCount);
        for (int target = 0; target < TargetCount; target++, index += stride)
        {
            row.Add(new Synapse(target, _weights[index], Delay));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        foreach (string problem in ConnectivityChecks.Size("source", SourceCount, source)
            .Concat(ConnectivityChecks.Size("target", TargetCount, target))
            .Concat(ConnectivityChecks.Weights(_weights))
            .Concat(ConnectivityChecks.Delays([Delay])))
        {
            yield return problem;
        }

        if (_weights.Length != 1 && _weights.Length != (double)SourceCount * TargetCount)
        {
            yield return $"it has {_weights.Length} weights; a matrix of {TargetCount} targets × {SourceCount} sources, or one weight, is needed";
        }
    }

    /// <inheritdoc/>
    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target) => source.Volume() * target.Volume();

    /// <inheritdoc/>
    public override void AddTo(XxHash128 hash)
    {
        hash.Add(nameof(AllToAll));
        hash.Add((long)SourceCount);
        hash.Add((long)TargetCount);
        hash.Add((long)Delay);
        hash.Add(_weights);
    }
}
