namespace Ganglion.Compiler.Quantize;

/// <summary>Sums of the contributions of each sign onto every neuron of a population, in weight units.</summary>
internal sealed class ContributionSums(int neurons)
{
    private readonly long[] _positive = new long[neurons];
    private readonly long[] _negative = new long[neurons];

    /// <summary>Adds one synapse.</summary>
    public void Add(int neuron, short contribution)
    {
        if (contribution >= 0)
        {
            _positive[neuron] += contribution;
        }
        else
        {
            _negative[neuron] -= contribution;
        }
    }

    /// <summary>What all excitatory synapses add when each is active once.</summary>
    public long Excitation(int neuron) => _positive[neuron];

    /// <summary>What all inhibitory synapses take when each is active once, as magnitude.</summary>
    public long Inhibition(int neuron) => _negative[neuron];

    /// <summary>Whether the sum of one sign onto any neuron exceeds a limit.</summary>
    public bool Exceed(long limit) => _positive.Any(sum => sum > limit) || _negative.Any(sum => sum > limit);

    /// <summary>Larger of the sums of the two signs, as magnitude.</summary>
    public long Largest(int neuron) => Math.Max(_positive[neuron], _negative[neuron]);
}
