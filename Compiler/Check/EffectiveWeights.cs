using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>How large the weights of a projection are for the neurons that they reach: times the gains of the target.</summary>
/// <param name="gain">Current gain times input gain of the target, one per neuron or one for all; 1 for integer weights.</param>
/// <param name="targets">Neurons of the target population.</param>
internal sealed class EffectiveWeights(double[] gain, int targets)
{
    /// <summary>Sum of the positive effective weights onto every target neuron.</summary>
    public double[] PositiveSums { get; } = new double[targets];

    /// <summary>Sum of the magnitudes of the negative effective weights onto every target neuron.</summary>
    public double[] NegativeSums { get; } = new double[targets];

    /// <summary>Largest positive effective weight; 0 without one.</summary>
    public double LargestPositive { get; private set; }

    /// <summary>Largest magnitude of a negative effective weight; 0 without one.</summary>
    public double LargestNegative { get; private set; }

    /// <summary>Largest magnitude.</summary>
    public double Largest => Math.Max(LargestPositive, LargestNegative);

    /// <summary>Sign mode that holds all of them.</summary>
    public SignMode Sign => (LargestPositive > 0, LargestNegative > 0) switch
    {
        (true, true) => SignMode.Mixed,
        (false, true) => SignMode.Inhibitory,
        _ => SignMode.Excitatory,
    };

    /// <summary>Current gain times input gain of neurons, one per neuron or one for all.</summary>
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

    /// <summary>Adds a synapse.</summary>
    public void Add(int target, double weight)
    {
        double effective = weight * gain[gain.Length == 1 ? 0 : target];
        if (effective >= 0)
        {
            PositiveSums[target] += effective;
            LargestPositive = Math.Max(LargestPositive, effective);
        }
        else
        {
            NegativeSums[target] -= effective;
            LargestNegative = Math.Max(LargestNegative, -effective);
        }
    }
}
