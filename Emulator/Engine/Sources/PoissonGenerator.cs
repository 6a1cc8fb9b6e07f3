using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Emulator.Sources;

/// <summary>Fires every neuron in every timestep with a fixed probability.</summary>
/// <param name="probability">One value per neuron, or one for all.</param>
/// <param name="count">Number of neurons.</param>
/// <param name="firstNeuron">Logical id of the first neuron, which keys the draws.</param>
/// <param name="seed">Seed of the run.</param>
internal sealed class PoissonGenerator(double[] probability, int count, int firstNeuron, ulong seed) : SpikeGenerator
{
    private readonly CounterRandom _random = new(seed, RandomPurpose.Source);

    public override void Reset()
    {
    }

    protected override void Generate(long timestep)
    {
        for (int neuron = 0; neuron < count; neuron++)
        {
            double p = probability[probability.Length == 1 ? 0 : neuron];
            if (_random.DrawUnit((ulong)(firstNeuron + neuron), timestep) < p)
            {
                Fire(neuron);
            }
        }
    }
}
