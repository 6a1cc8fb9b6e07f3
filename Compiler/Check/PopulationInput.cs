using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>How large the input of a population's neurons can be, over all projections that end there, in units of potential.</summary>
/// <remarks>A weight counts as effective weight: times the current gain and the input gain of its target.</remarks>
internal sealed class PopulationInput
{
    private readonly double[] _gain;
    private readonly double[] _positive;
    private readonly double[] _negative;

    /// <summary>Begins with no input.</summary>
    public PopulationInput(NeuronPopulation population)
    {
        _gain = GainsOf(population.Neurons);
        _positive = new double[population.Count];
        _negative = new double[population.Count];
    }

    /// <summary>Current gain times input gain of neurons, one per neuron or one for all; 1 for neurons in registers.</summary>
    public static double[] GainsOf(NeuronParameters parameters)
    {
        if (parameters is not CurrentBasedNeurons neurons)
        {
            return [1.0];
        }

        double[] gains = new double[Math.Max(neurons.CurrentGain.Count, neurons.InputGain.Count)];
        for (int i = 0; i < gains.Length; i++)
        {
            gains[i] = neurons.CurrentGain.At(i) * neurons.InputGain.At(i);
        }

        return gains;
    }

    /// <summary>Magnitude of the sum of all effective weights of one sign, the larger of the two.</summary>
    public double LargestSum(int neuron) => Math.Max(_positive[neuron], _negative[neuron]);

    /// <summary>Adds a synapse.</summary>
    /// <returns>Its effective weight.</returns>
    public double Add(int neuron, double weight)
    {
        double effective = weight * _gain[_gain.Length == 1 ? 0 : neuron];
        if (effective >= 0)
        {
            _positive[neuron] += effective;
        }
        else
        {
            _negative[neuron] -= effective;
        }

        return effective;
    }
}
