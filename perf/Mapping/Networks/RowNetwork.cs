using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Perf.Mapping.Networks;

/// <summary>A network made from a seed, row by row, so that a hundred million synapses need no more room than their flat arrays.</summary>
internal abstract class RowNetwork(int neurons, ulong seed)
{
    private readonly CounterRandom _random = new(seed, RandomPurpose.Connection);
    private readonly CounterRandom _rates = new(seed, RandomPurpose.Source);

    public int Neurons => neurons;

    /// <summary>Appends the neurons that a neuron reaches; repetitions count once.</summary>
    public abstract void AppendRow(int neuron, List<int> row);

    /// <summary>Spikes per timestep, log-normal around a mean as in cortex (Buzsáki and Mizuseki 2014, Nat. Rev. Neurosci. 15).</summary>
    public virtual double Rate(int neuron) => 0.005 * LogNormal(neuron);

    protected double LogNormal(int neuron)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - _rates.DrawUnit((ulong)neuron)));
        double normal = radius * Math.Cos(2 * Math.PI * _rates.DrawUnit((ulong)neuron, 1));
        return Math.Exp(normal - 0.5);
    }

    /// <summary>A uniform number from 0 to below a bound, of its own for every neuron and running number.</summary>
    protected int Draw(int neuron, int number, int bound) => (int)(((ulong)_random.Draw((ulong)neuron, number) * (ulong)bound) >> 32);

    protected double Unit(int neuron, int number) => _random.DrawUnit((ulong)neuron, number + (1L << 32));
}
