using System.IO.Hashing;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>A list of synapses, held as compressed rows.</summary>
/// <remarks>Arrays given to the constructor are kept, not copied: leave them alone afterwards.</remarks>
public sealed record Explicit : Connectivity
{
    private readonly int[] _rowStarts;
    private readonly int[] _targets;
    private readonly double[] _weights;
    private readonly int[] _delays;

    /// <summary>Creates it from compressed rows.</summary>
    /// <param name="rowStarts">Index of the first synapse of every source neuron, and at the end the number of synapses; length sources + 1.</param>
    /// <param name="targets">Target neuron of every synapse, ascending within a row.</param>
    /// <param name="weights">Weight of every synapse.</param>
    /// <param name="delays">Delay of every synapse in timesteps, or a single one for all.</param>
    public Explicit(IReadOnlyList<int> rowStarts, IReadOnlyList<int> targets, IReadOnlyList<double> weights, IReadOnlyList<int> delays)
    {
        _rowStarts = rowStarts as int[] ?? [.. rowStarts];
        _targets = targets as int[] ?? [.. targets];
        _weights = weights as double[] ?? [.. weights];
        _delays = delays as int[] ?? [.. delays];
    }

    /// <summary>Index of the first synapse of every source neuron, and at the end the number of synapses.</summary>
    public IReadOnlyList<int> RowStarts => _rowStarts;

    /// <summary>Target neuron of every synapse, ascending within a row.</summary>
    public IReadOnlyList<int> Targets => _targets;

    /// <summary>Weight of every synapse.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Delay of every synapse in timesteps, or a single one for all.</summary>
    public IReadOnlyList<int> DelaySteps => _delays;

    /// <inheritdoc/>
    public override IntegerRange Delays => _delays.Length == 0 ? new(0, 0) : new(_delays.Min(), _delays.Max());

    /// <summary>Creates it from synapses in any order; synapses of one pair stay separate, in the order given.</summary>
    /// <param name="sourceCount">Neurons of the source population.</param>
    /// <param name="synapses">Source neuron and synapse.</param>
    /// <exception cref="ArgumentOutOfRangeException">A source is not within 0..<paramref name="sourceCount"/> − 1.</exception>
    public static Explicit FromSynapses(int sourceCount, IEnumerable<(int Source, Synapse Synapse)> synapses)
    {
        (int Source, Synapse Synapse)[] sorted = [.. synapses.OrderBy(s => s.Source).ThenBy(s => s.Synapse.Target)];
        int[] rowStarts = new int[sourceCount + 1];
        foreach ((int source, _) in sorted)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(source, nameof(synapses));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source, sourceCount, nameof(synapses));
            rowStarts[source + 1]++;
        }

        for (int i = 0; i < sourceCount; i++)
        {
            rowStarts[i + 1] += rowStarts[i];
        }

        return new Explicit(
            rowStarts,
            Array.ConvertAll(sorted, s => s.Synapse.Target),
            Array.ConvertAll(sorted, s => s.Synapse.Weight),
            Array.ConvertAll(sorted, s => s.Synapse.Delay));
    }

    /// <inheritdoc/>
    public override void AppendRow(int source, List<Synapse> row)
    {
        for (int i = _rowStarts[source]; i < _rowStarts[source + 1]; i++)
        {
            row.Add(new Synapse(_targets[i], _weights[i], _delays[_delays.Length == 1 ? 0 : i]));
        }
    }

    internal override void AppendTargets(int source, List<int> targets) =>
        targets.AddRange(_targets.AsSpan(_rowStarts[source].._rowStarts[source + 1]));

    /// <inheritdoc/>
    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        foreach (string problem in ConnectivityChecks.Size("source", _rowStarts.Length - 1, source)
            .Concat(ConnectivityChecks.Weights(_weights))
            .Concat(ConnectivityChecks.Delays(_delays)))
        {
            yield return problem;
        }

        if (_weights.Length != _targets.Length || (_delays.Length != _targets.Length && _delays.Length != 1))
        {
            yield return $"it has {_targets.Length} targets, {_weights.Length} weights and {_delays.Length} delays; the numbers must agree";
        }

        if (RowProblem(target.Volume()) is { } rowProblem)
        {
            yield return rowProblem;
        }
    }

    /// <inheritdoc/>
    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target) => _targets.Length;

    /// <inheritdoc/>
    public override void AddTo(XxHash128 hash)
    {
        hash.Add(nameof(Explicit));
        hash.Add(_rowStarts);
        hash.Add(_targets);
        hash.Add(_weights);
        hash.Add(_delays);
    }

    private string? RowProblem(double targetCount)
    {
        if (_rowStarts.Length == 0 || _rowStarts[0] != 0 || _rowStarts[^1] != _targets.Length)
        {
            return $"its row starts must begin with 0 and end with the number of synapses, {_targets.Length}";
        }

        for (int row = 0; row + 1 < _rowStarts.Length; row++)
        {
            if (_rowStarts[row + 1] < _rowStarts[row] || _rowStarts[row + 1] > _targets.Length)
            {
                return $"the row of source neuron {row} runs from {_rowStarts[row]} to {_rowStarts[row + 1]}, which is not a range of its {_targets.Length} synapses";
            }

            for (int i = _rowStarts[row]; i < _rowStarts[row + 1]; i++)
            {
                if (_targets[i] < 0 || _targets[i] >= targetCount)
                {
                    return $"source neuron {row} connects to target neuron {_targets[i]}, but the target population has neurons 0..{targetCount - 1}";
                }

                if (i > _rowStarts[row] && _targets[i] < _targets[i - 1])
                {
                    return $"the targets of source neuron {row} are not ascending: {_targets[i]} follows {_targets[i - 1]}";
                }
            }
        }

        return null;
    }
}
