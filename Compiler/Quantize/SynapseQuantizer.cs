using Ganglion.ChipSpec.Arithmetic;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>Weights as mantissas with an exponent.</summary>
internal sealed class SynapseQuantizer : ISynapseQuantizer
{
    private readonly WeightFormat _format;
    private readonly double[] _factors;
    private readonly bool _isInteger;
    private readonly int _delayShift;
    private readonly int _step;
    private readonly double _inverseStep;
    private readonly int _smallest;
    private readonly int _largest;

    /// <summary>Creates the quantizer of a projection.</summary>
    /// <param name="unit">What the weights mean; integer weights are mantissas as they are.</param>
    /// <param name="format">Format of the weights.</param>
    /// <param name="factors">Mantissa units per unit of weight, one per target neuron or one for all.</param>
    /// <param name="delayShift">Timesteps added to the delays of the network.</param>
    public SynapseQuantizer(WeightUnit unit, WeightFormat format, double[] factors, int delayShift)
    {
        _format = format;
        _factors = factors;
        _isInteger = unit is IntegerWeights;
        _delayShift = delayShift;
        _step = format.Step;
        _inverseStep = 1.0 / _step;
        (_smallest, _largest) = format.MantissaRange;
    }

    /// <inheritdoc/>
    public IntegerSynapse Quantize(in Synapse synapse, out bool isClipped)
    {
        int mantissa;
        if (_isInteger)
        {
            // The lowest bits of a given mantissa are dropped, not rounded.
            mantissa = (int)synapse.Weight;
            isClipped = false;
        }
        else
        {
            double unlimited = Math.Round(synapse.Weight * Factor(synapse.Target) * _inverseStep) * _step;
            isClipped = unlimited < _smallest || unlimited > _largest;
            mantissa = (int)Math.Clamp(unlimited, _smallest, _largest);
        }

        short contribution = LoihiWeight.Contribution(mantissa, _format.Bits, _format.Exponent - _format.SumExponent, _format.IsMixed);
        return new IntegerSynapse(synapse.Target, contribution, (ushort)Math.Max(0, synapse.Delay + _delayShift - 1));
    }

    /// <inheritdoc/>
    public double Factor(int target) => _factors[_factors.Length == 1 ? 0 : target];
}
