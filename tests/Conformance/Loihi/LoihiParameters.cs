using System.Numerics;
using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Registers from the parameters of a vector.</summary>
internal static class LoihiParameters
{
    private const int ThresholdShift = 6;

    /// <summary>The register has six bits; Brian2Loihi takes one more.</summary>
    private const int LongestRefractory = 63;

    public static LoihiNeurons Neurons(JsonElement parameters) => new()
    {
        CurrentDecay = [parameters.Int("delta_u")],
        PotentialDecay = [parameters.Int("delta_v")],
        ThresholdMantissa = [ThresholdMantissa(parameters)],
        BiasMantissa = [parameters.Int("bias_mant", parameters.Int("bias", 0))],
        BiasExponent = [parameters.Int("bias_exp", 0)],
        Refractory = [Math.Min(Refractory(parameters), LongestRefractory)],
        MinimumExponent = [MinimumExponent(parameters.Int("vmin", -(1 << 23) + 1))],
        MaximumExponent = [MaximumExponent(parameters.Int("vmax", (1 << 23) - 1))],
        InitialCurrent = [parameters.Int("u0", 0)],
        InitialPotential = [parameters.Int("v0", 0)],
    };

    /// <summary>Gives the compartments of an image the refractory period of a vector, where no register holds it.</summary>
    public static ChipImage Amend(ChipImage image, JsonElement parameters) => Refractory(parameters) <= LongestRefractory
        ? image
        : image with { Cores = [.. image.Cores.Select(core => core with { Parameters = [.. core.Parameters.Select(column => Amend(column, parameters))] })] };

    private static ParameterColumn Amend(ParameterColumn column, JsonElement parameters) =>
        column.Name == "refractory" ? column with { Values = [Refractory(parameters)] } : column;

    private static int Refractory(JsonElement parameters) => parameters.Int("refract", 1);

    private static int ThresholdMantissa(JsonElement parameters)
    {
        if (!parameters.TryGetProperty("vth", out JsonElement threshold))
        {
            return parameters.Int("vth_mant");
        }

        Assert.Equal(0, threshold.GetInt32() & ((1 << ThresholdShift) - 1));
        return threshold.GetInt32() >> ThresholdShift;
    }

    /// <summary>vMin = −2^exponent + 1.</summary>
    private static int MinimumExponent(int minimum)
    {
        int exponent = BitOperations.Log2((uint)(1 - minimum));
        Assert.Equal(minimum, -(1 << exponent) + 1);
        return exponent;
    }

    /// <summary>vMax = 2^(9 + 2·exponent) − 1.</summary>
    private static int MaximumExponent(int maximum)
    {
        int exponent = (BitOperations.Log2((uint)maximum + 1) - 9) / 2;
        Assert.Equal(maximum, (1 << (9 + (2 * exponent))) - 1);
        return exponent;
    }
}
