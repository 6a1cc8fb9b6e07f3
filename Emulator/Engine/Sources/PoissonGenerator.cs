using Ganglion.ChipSpec.Randomness;
using Ganglion.Cores.State;

namespace Ganglion.Emulator.Sources;

/// <summary>Fires every neuron in every timestep with a fixed probability.</summary>
/// <param name="probability">One value per neuron, or one for all.</param>
/// <param name="count">Number of neurons.</param>
/// <param name="firstNeuron">Logical id of the first neuron, which keys the draws.</param>
/// <param name="seed">Seed of the run.</param>
internal sealed class PoissonGenerator(double[] probability, int count, int firstNeuron, ulong seed) : SpikeGenerator
{
    private readonly CounterRandom _random = new(seed, RandomPurpose.Source);
    private readonly double[] _units = new double[count];

    public override void Reset()
    {
    }

    public override void Visit(IStateVisitor visitor, long next)
    {
    }

    protected override void Generate(long timestep)
    {
        _random.DrawUnits((ulong)firstNeuron, timestep, _units);
        for (int neuron = 0; neuron < _units.Length; neuron++)
        {
            if (_units[neuron] < probability[probability.Length == 1 ? 0 : neuron])
            {
                Fire(neuron);
            }
        }
    }
}
