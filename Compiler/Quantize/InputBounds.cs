using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>How large the input of a population's neurons can be, in units of potential.</summary>
/// <remarks>A weight counts as effective weight: times the current gain and the input gain of its target.</remarks>
internal sealed class InputBounds
{
    private readonly double[] _largestPositive;
    private readonly double[] _largestNegative;

    private InputBounds(double[] gain, int projections, int neurons)
    {
        Gain = gain;
        _largestPositive = new double[projections];
        _largestNegative = new double[projections];
        Positive = new double[neurons];
        Negative = new double[neurons];
    }

    /// <summary>Current gain times input gain, one per neuron or one for all.</summary>
    public double[] Gain { get; }

    /// <summary>Sum of all positive effective weights onto every neuron.</summary>
    public double[] Positive { get; }

    /// <summary>Sum of the magnitudes of all negative effective weights onto every neuron.</summary>
    public double[] Negative { get; }

    /// <summary>Reads the synapses of the projections that end at a population.</summary>
    public static InputBounds Measure(CheckedNetwork valid, int[] incoming, CurrentBasedNeurons neurons, int count)
    {
        InputBounds bounds = new(Gains(neurons), incoming.Length, count);
        List<Synapse> row = [];
        for (int i = 0; i < incoming.Length; i++)
        {
            Projection projection = valid.Network.Projections[incoming[i]];
            int sources = valid.Network.Populations[valid.SourceOf[incoming[i]]].Count;
            for (int source = 0; source < sources; source++)
            {
                row.Clear();
                projection.Connectivity.AppendRow(source, row);
                foreach (Synapse synapse in row)
                {
                    bounds.Add(i, synapse.Target, synapse.Weight * bounds.Gain[bounds.Gain.Length == 1 ? 0 : synapse.Target]);
                }
            }
        }

        return bounds;
    }

    /// <summary>Sign mode that one incoming projection needs.</summary>
    public SignMode Sign(int projection) => (_largestPositive[projection] > 0, _largestNegative[projection] > 0) switch
    {
        (true, true) => SignMode.Mixed,
        (false, true) => SignMode.Inhibitory,
        _ => SignMode.Excitatory,
    };

    /// <summary>Largest magnitude of an effective weight of one incoming projection.</summary>
    public double Largest(int projection) => Math.Max(_largestPositive[projection], _largestNegative[projection]);

    /// <summary>Number of incoming projections.</summary>
    public int Projections => _largestPositive.Length;

    private void Add(int projection, int target, double weight)
    {
        if (weight >= 0)
        {
            Positive[target] += weight;
            _largestPositive[projection] = Math.Max(_largestPositive[projection], weight);
        }
        else
        {
            Negative[target] -= weight;
            _largestNegative[projection] = Math.Max(_largestNegative[projection], -weight);
        }
    }

    private static double[] Gains(CurrentBasedNeurons neurons)
    {
        int length = Math.Max(neurons.CurrentGain.Count, neurons.InputGain.Count);
        double[] gains = new double[length];
        for (int i = 0; i < length; i++)
        {
            gains[i] = neurons.CurrentGain.At(i) * neurons.InputGain.At(i);
        }

        return gains;
    }
}
