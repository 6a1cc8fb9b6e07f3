using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>One compartment of a Loihi core in the plainest possible code, driven by the columns of an image.</summary>
internal sealed class RegisterOracle(CoreImage core, int compartment)
{
    private readonly int _currentDecay = Value(core, "currentDecay", compartment);
    private readonly int _potentialDecay = Value(core, "potentialDecay", compartment);
    private readonly int _threshold = Value(core, "threshold", compartment);
    private readonly int _bias = Value(core, "bias", compartment);
    private readonly int _refractory = Value(core, "refractory", compartment);
    private readonly int _minimum = Value(core, "minimumPotential", compartment);
    private readonly int _maximum = Value(core, "maximumPotential", compartment);
    private int _wait;

    public int Current { get; private set; } = Value(core, "u", compartment);

    public int Potential { get; private set; } = Value(core, "v", compartment);

    public static int Value(CoreImage core, string column, int compartment)
    {
        int[] values = core.Parameters.Single(p => p.Name == column).Values;
        return values.Length == 1 ? values[0] : values[compartment];
    }

    /// <summary>Advances a timestep in which contributions of this sum arrive.</summary>
    public bool Step(int contributions)
    {
        Current = Decay(Current, _currentDecay) + (contributions << 6);
        Potential = Math.Clamp(Decay(Potential, _potentialDecay) + Current + _bias, _minimum, _maximum);
        if (_wait > 0)
        {
            Potential = 0;
            _wait--;
        }

        bool spike = Potential > _threshold;
        if (spike)
        {
            Potential = 0;
            _wait = _refractory - 1;
        }

        return spike;
    }

    private static int Decay(int value, int decay) => Math.Sign(value) * (int)((Math.Abs((long)value) * (4096 - decay)) >> 12);
}
