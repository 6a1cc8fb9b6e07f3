using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>How large the input and the parameters of a population in physical units are, and which scales they allow.</summary>
internal sealed class XyloInputExtent
{
    private const int LargestWeight = 127;

    private readonly Dictionary<int, double> _largest = [];
    private readonly double[] _positive;
    private readonly double[] _negative;

    private XyloInputExtent(CheckedNetwork valid, int population, CurrentBasedNeurons neurons)
    {
        int count = valid.Network.Populations[population].Count;
        _positive = new double[count];
        _negative = new double[count];
        double[] gains = XyloPhysicalRegisters.Gains(neurons);
        for (int p = 0; p < valid.Network.Projections.Count; p++)
        {
            if (valid.TargetOf[p] == population)
            {
                _largest[p] = Read(valid.Network.Projections[p], valid.Network.Populations[valid.SourceOf[p]].Count, gains);
            }
        }

        double largest = _largest.Values.DefaultIfEmpty(0).Max();
        FullResolution = largest == 0 ? 0 : LargestWeight / largest;
        LargestThreshold = neurons.Threshold.Max();
        RegisterLimit = Math.Min((short.MaxValue - 1) / LargestThreshold, Quotient(short.MaxValue, neurons.Bias.Max(Math.Abs)));
        StateLimit = Enumerable.Range(0, count).Min(i =>
            Quotient(Math.ScaleB(short.MaxValue, -XyloPhysicalRegisters.SynapseDash(neurons.CurrentDecay.At(i))), Math.Max(_positive[i], _negative[i])));
    }

    /// <summary>Scale at which the largest weight fills 8 bits; 0 without weights.</summary>
    public double FullResolution { get; }

    /// <summary>Largest scale at which thresholds and biases fit.</summary>
    public double RegisterLimit { get; }

    /// <summary>Largest scale at which a synapse state holds one spike of every source neuron in every timestep, by sign.</summary>
    public double StateLimit { get; }

    /// <summary>Largest threshold.</summary>
    public double LargestThreshold { get; }

    /// <summary>Largest magnitude that a projection adds to a synapse state, in units of potential.</summary>
    public double LargestOf(int projection) => _largest[projection];

    /// <summary>Measures a population; <see langword="null"/> where it is not in physical units.</summary>
    public static XyloInputExtent? Of(CheckedNetwork valid, int population) =>
        valid.Network.Populations[population] is NeuronPopulation { Neurons: CurrentBasedNeurons neurons } ? new XyloInputExtent(valid, population, neurons) : null;

    private static double Quotient(double limit, double amount) => amount == 0 ? double.PositiveInfinity : limit / amount;

    private double Read(Projection projection, int sources, double[] gains)
    {
        double largest = 0;
        List<Synapse> row = [];
        for (int source = 0; source < sources; source++)
        {
            row.Clear();
            projection.Connectivity.AppendRow(source, row);
            foreach (Synapse synapse in row)
            {
                double added = synapse.Weight * gains[gains.Length == 1 ? 0 : synapse.Target];
                (added >= 0 ? _positive : _negative)[synapse.Target] += Math.Abs(added);
                largest = Math.Max(largest, Math.Abs(added));
            }
        }

        return largest;
    }
}
