using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>One neuron as registers of Loihi 1.</summary>
/// <remarks>
/// SANA-FE's <c>leaky_integrate_fire</c> truncates the leaked potential to multiples of 1/64 towards zero, as the chip does with the
/// integer 64·v; so with all parameters multiplied by 64 both are the same recursion.
/// </remarks>
internal readonly record struct SanaFeRegisters(
    int ThresholdMantissa, int CurrentDecay, int PotentialDecay, int BiasMantissa, int BiasExponent, int Refractory, int InitialPotential)
{
    private const int Scale = 64;
    private const int DecayScale = 4096;
    private static readonly IntegerRange Threshold = new(0, 131_071);
    private static readonly IntegerRange Bias = new(-4096, 4095);
    private static readonly IntegerRange Potential = new(-((1 << 23) - 1), (1 << 23) - 1);

    /// <summary>A neuron of which nothing is said.</summary>
    public static SanaFeRegisters Default { get; } = new(0, DecayScale, 0, 0, 6, 1, 0);

    /// <summary>Reads attributes over defaults.</summary>
    public static SanaFeRegisters Read(SanaFeAttributes attributes, SanaFeRegisters defaults)
    {
        SanaFeRegisters registers = defaults;
        if (attributes.Optional("threshold") is { } threshold)
        {
            registers = registers with { ThresholdMantissa = Whole(threshold, 1, Threshold, $"a whole number {Threshold}") };
        }

        if (attributes.Optional("bias") is { } bias)
        {
            (int mantissa, int exponent) = ReadBias(bias);
            registers = registers with { BiasMantissa = mantissa, BiasExponent = exponent };
        }

        if (attributes.Optional("leak_decay") is { } leak)
        {
            registers = registers with { PotentialDecay = DecayScale - Whole(leak, DecayScale, new(0, DecayScale), "0 to 1 in multiples of 1/4096") };
        }

        if (attributes.Optional("input_decay") is { } input)
        {
            registers = registers with { CurrentDecay = DecayScale - (DecayScale * Whole(input, 1, new(0, 1), "0 or 1")) };
        }

        if (attributes.Optional("refractory_delay") is { } refractory)
        {
            registers = registers with { Refractory = Math.Max(1, Whole(refractory, 1, new(0, 63), "a whole number 0..63")) };
        }

        if (attributes.Optional("potential") is { } potential)
        {
            registers = registers with { InitialPotential = Whole(potential, Scale, Potential, "multiples of 1/64 below 131,072 in magnitude") };
            if (registers.InitialPotential != 0 && registers.PotentialDecay != 0)
            {
                potential.Report(SanaFeDiagnostics.NotExact, "an initial potential with a leak, which begins one timestep late in SANA-FE", "either of them", "start from 0");
            }
        }

        Refuse(attributes);
        return registers;
    }

    private static void Refuse(SanaFeAttributes attributes)
    {
        attributes.Optional("reset")?.AsZero("a reset to this value", "reset: 0");
        Word(attributes.Optional("reset_mode"), "hard");
        Word(attributes.Optional("reverse_reset_mode"), "none");
        if (attributes.Optional("force_update") is { } force && force.AsBoolean())
        {
            force.Report(SanaFeDiagnostics.Unsupported, "force_update: true", "force_update: false", "remove it");
        }

        // Without a reverse reset mode these have no effect; logging is the run's concern.
        attributes.Optional("reverse_threshold", "reverse_reset", "log_spikes", "log_potential", "log_u");
    }

    private static void Word(YamlNode? node, string taken)
    {
        if (node is not null && node.AsString() is { Length: > 0 } word && word != taken)
        {
            node.Report(SanaFeDiagnostics.Unsupported, $"'{word}'", $"'{taken}'");
        }
    }

    private static (int Mantissa, int Exponent) ReadBias(YamlNode node)
    {
        double scaled = node.AsDouble() * Scale;
        foreach (int exponent in new[] { 6, 5, 4, 3, 2, 1, 0, 7 })
        {
            double mantissa = Math.ScaleB(scaled, -exponent);
            if (double.IsInteger(mantissa) && mantissa >= Bias.Min && mantissa <= Bias.Max)
            {
                return ((int)mantissa, exponent);
            }
        }

        node.Report(SanaFeDiagnostics.NotExact, $"the bias {scaled / Scale}", "a number of 13 significant bits in multiples of 1/64, below 8,192 in magnitude");
        return (0, 0);
    }

    private static int Whole(YamlNode node, int scale, IntegerRange range, string allowed)
    {
        double value = node.AsDouble();
        double scaled = value * scale;
        if (double.IsInteger(scaled) && scaled >= range.Min && scaled <= range.Max)
        {
            return (int)scaled;
        }

        node.Report(SanaFeDiagnostics.NotExact, $"the value {value}", allowed);
        return range.Min;
    }
}
