using System.IO.Hashing;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>Neuron i of the source connects to neuron i of the target.</summary>
/// <remarks>As a stage of <see cref="Composed"/> it scales every element, or delays it.</remarks>
public sealed record OneToOne : Connectivity
{
    /// <summary>Creates it with one weight and one delay for all.</summary>
    /// <param name="weight">Weight of every synapse.</param>
    /// <param name="delay">Delay of every synapse, in timesteps.</param>
    public OneToOne(double weight, int delay = 1)
        : this([weight], [delay])
    {
    }

    /// <summary>Creates it with a weight and a delay for each.</summary>
    /// <param name="weights">One value per neuron, or a single value for all.</param>
    /// <param name="delays">Timesteps, 0 or above; one value per neuron, or a single value for all.</param>
    public OneToOne(IReadOnlyList<double> weights, IReadOnlyList<int> delays)
    {
        Weights = weights;
        DelaySteps = delays;
    }

    /// <summary>Weights: one value per neuron, or a single value for all.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Delays in timesteps: one value per neuron, or a single value for all.</summary>
    public IReadOnlyList<int> DelaySteps { get; }

    /// <inheritdoc/>
    public override IntegerRange Delays => new(DelaySteps.Min(), DelaySteps.Max());

    /// <inheritdoc/>
    public override void AppendRow(int source, List<Synapse> row) => row.Add(new Synapse(
        source,
        Weights[Weights.Count == 1 ? 0 : source],
        DelaySteps[DelaySteps.Count == 1 ? 0 : source]));

    /// <inheritdoc/>
    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        double count = source.Volume();
        if (count != target.Volume())
        {
            yield return $"one-to-one needs populations of equal size, but the source has shape {source.Text()} and the target {target.Text()}";
        }

        if (Weights.Count != 1 && Weights.Count != count)
        {
            yield return $"it has {Weights.Count} weights for {count} neurons; one, or one per neuron, is needed";
        }

        if (DelaySteps.Count != 1 && DelaySteps.Count != count)
        {
            yield return $"it has {DelaySteps.Count} delays for {count} neurons; one, or one per neuron, is needed";
        }

        foreach (string problem in ConnectivityChecks.Weights(Weights).Concat(ConnectivityChecks.Delays(DelaySteps)))
        {
            yield return problem;
        }
    }

    /// <inheritdoc/>
    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target) => source.Volume();

    /// <inheritdoc/>
    public override void AddTo(XxHash128 hash)
    {
        hash.Add(nameof(OneToOne));
        hash.Add(Weights);
        hash.Add(DelaySteps);
    }
}
