using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Arithmetic;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>A projection whose synapses are read in the integers of the chip.</summary>
internal sealed class IntegerProjection
{
    private readonly double[] _factors;
    private readonly int _delayShift;
    private readonly int _step;
    private readonly double _inverseStep;
    private readonly int _smallest;
    private readonly int _largest;

    /// <summary>Creates the projection.</summary>
    /// <param name="description">The projection of the network.</param>
    /// <param name="source">Index of the source population.</param>
    /// <param name="target">Index of the target population.</param>
    /// <param name="statistics">What its synapses are like.</param>
    /// <param name="delayShift">Timesteps added to the delays of the network.</param>
    /// <param name="format">Format of its weights.</param>
    /// <param name="factors">Mantissa units per unit of weight, one per target neuron or one for all.</param>
    public IntegerProjection(
        Projection description, int source, int target, SynapseStatistics statistics, int delayShift, WeightFormat format, double[] factors)
    {
        Description = description;
        Source = source;
        Target = target;
        Synapses = statistics.Synapses;
        Format = format;
        _factors = factors;
        _delayShift = delayShift;
        LargestDelay = Math.Max(0, statistics.MaximumDelay + delayShift - 1);
        _step = 1 << LoihiWeight.DroppedBits(format.Bits, format.IsMixed);
        _inverseStep = 1.0 / _step;
        (_smallest, _largest) = MantissaRange(format);
    }

    /// <summary>The projection of the network.</summary>
    public Projection Description { get; }

    /// <summary>Index of the source population.</summary>
    public int Source { get; }

    /// <summary>Index of the target population.</summary>
    public int Target { get; }

    /// <summary>Number of synapses.</summary>
    public long Synapses { get; }

    /// <summary>Format of the weights.</summary>
    public WeightFormat Format { get; }

    /// <summary>Largest delay on the chip, 0 for an effect in the timestep after the spike.</summary>
    public int LargestDelay { get; }

    /// <summary>Smallest and largest mantissa that a format holds.</summary>
    public static (int Smallest, int Largest) MantissaRange(WeightFormat format)
    {
        int step = 1 << LoihiWeight.DroppedBits(format.Bits, format.IsMixed);
        return format.Sign switch
        {
            SignMode.Mixed => (-256, 256 - step),
            SignMode.Excitatory => (0, 256 - step),
            _ => (-256 + step, 0),
        };
    }

    /// <summary>Reads the synapses of one source neuron, in the units of the network.</summary>
    /// <param name="source">Neuron of the source population.</param>
    /// <param name="buffer">Cleared and filled; the result lives in it.</param>
    public ReadOnlySpan<Synapse> Read(int source, List<Synapse> buffer)
    {
        buffer.Clear();
        Description.Connectivity.AppendRow(source, buffer);
        return CollectionsMarshal.AsSpan(buffer);
    }

    /// <summary>Delay on the chip, 0 for an effect in the timestep after the spike.</summary>
    public int Delay(in Synapse synapse) => Math.Max(0, synapse.Delay + _delayShift - 1);

    /// <summary>Mantissa before clipping: an integer that the format would hold if it were wide enough.</summary>
    public double UnlimitedMantissa(in Synapse synapse) => Math.Round(ExactMantissa(synapse) * _inverseStep) * _step;

    /// <summary>Mantissa units per unit of weight of one synapse.</summary>
    public double Factor(in Synapse synapse) => _factors[_factors.Length == 1 ? 0 : synapse.Target];

    /// <summary>What one spike adds to the accumulator, in weight units.</summary>
    public short Contribution(in Synapse synapse)
    {
        // Integer weights are mantissas as they are; their lowest bits are dropped, not rounded.
        int mantissa = Description.Unit is IntegerWeights
            ? (int)synapse.Weight
            : (int)Math.Clamp(UnlimitedMantissa(synapse), _smallest, _largest);
        return LoihiWeight.Contribution(mantissa, Format.Bits, Format.Exponent, Format.IsMixed);
    }

    private double ExactMantissa(in Synapse synapse) => synapse.Weight * Factor(synapse);
}
