using Ganglion.Compiler.Import.Hdf5;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Turns linear nodes into maps.</summary>
internal sealed class NirMaps(NirOptions options, ImportReport report)
{
    /// <summary>The bias of a node spread over what it emits; <see langword="null"/> when it has none, or only zeros.</summary>
    public static double[]? BiasOf(NirNode node, int[] emitted)
    {
        if (!node.Numbers.TryGetValue("bias", out Hdf5Array? array) || Array.TrueForAll(array.Values, b => b == 0))
        {
            return null;
        }

        var bias = new double[(int)NirShape.Volume(emitted)];
        int perValue = bias.Length / array.Values.Length;
        for (int n = 0; n < bias.Length; n++)
        {
            bias[n] = array.Values[n / perValue];
        }

        return bias;
    }

    /// <summary>The map of a node without its bias; <see langword="null"/> when it passes on what it gets.</summary>
    /// <param name="node">A linear node.</param>
    /// <param name="taken">Shape of what it takes.</param>
    /// <param name="emitted">Shape of what it emits.</param>
    public Connectivity? Of(NirNode node, int[] taken, int[] emitted)
    {
        switch (node.Type)
        {
            case "Linear" or "Affine":
                Hdf5Array weight = node.Numbers["weight"];
                return new AllToAll(weight.Shape[^1], weight.Shape[^2], weight.Values, delay: 0);
            case "Scale":
                return new OneToOne(NirShape.Spread(node.Numbers["scale"], emitted), [0]);
            case "Delay":
                return new OneToOne([1.0], Steps(node, emitted));
            case "Conv1d" or "Conv2d" or "SumPool2d" or "AvgPool2d":
                return NirWindow.TryCreate(node, taken, report, out NirWindow? window) ? window?.Connectivity : null;
            default:
                return null;
        }
    }

    private int[] Steps(NirNode node, int[] emitted)
    {
        double[] delays = NirShape.Spread(node.Numbers["delay"], emitted);
        double[] steps = Array.ConvertAll(delays, d => Math.Round(d / options.TimestepSeconds, MidpointRounding.AwayFromZero));
        if (Array.FindIndex(steps, s => s is < 0 or > NirLimits.DelaySteps) is var n and >= 0)
        {
            throw report.Fatal(
                steps[n] < 0 ? NirDiagnostics.BadParameter : NirDiagnostics.TooLarge,
                node.PathOf("delay"),
                $"{delays[n]} s, {steps[n]} timesteps of {options.TimestepSeconds} s",
                $"0 to {NirLimits.DelaySteps} timesteps");
        }

        return Array.ConvertAll(steps, s => (int)s);
    }
}
