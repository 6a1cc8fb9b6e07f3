using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Gathers the differences between the weights of a projection and what the chip holds.</summary>
/// <param name="sumUnit">2 to the part of the exponent that acts on sums rather than on weights.</param>
/// <param name="exponentUnit">2 to the exponent: weight units per mantissa unit.</param>
internal sealed class WeightLosses(double sumUnit, double exponentUnit)
{
    private double _scale;
    private double _maximumError;
    private double _squares;
    private long _clipped;
    private long _lost;

    /// <summary>Adds a synapse.</summary>
    /// <param name="weight">Weight in the network.</param>
    /// <param name="factor">Mantissa units per unit of weight; 0 for a target without gain, whose weights mean nothing.</param>
    /// <param name="contribution">What the chip adds for it.</param>
    /// <param name="isClipped">Whether it exceeded the format.</param>
    public void Add(double weight, double factor, int contribution, bool isClipped)
    {
        double unit = factor * exponentUnit;
        if (unit == 0)
        {
            return;
        }

        double error = Math.Abs((contribution * sumUnit / unit) - weight);
        _scale = Math.Max(_scale, Math.Abs(unit));
        _maximumError = Math.Max(_maximumError, error);
        _squares += error * error;
        _clipped += isClipped ? 1 : 0;
        _lost += contribution == 0 && weight != 0 ? 1 : 0;
    }

    /// <summary>The sum of it.</summary>
    public ProjectionQuantization Report(string name, WeightFormat format, int synapses) => new()
    {
        Name = name,
        Synapses = synapses,
        Bits = format.Bits,
        Exponent = format.Exponent,
        Scale = _scale,
        MaximumError = _maximumError,
        RootMeanSquareError = synapses == 0 ? 0 : Math.Sqrt(_squares / synapses),
        Clipped = _clipped,
        Lost = _lost,
    };
}
