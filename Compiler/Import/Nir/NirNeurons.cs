using Ganglion.Compiler.Import.Hdf5;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Turns nodes with neurons into coefficients.</summary>
internal sealed class NirNeurons(NirOptions options, ImportReport report)
{
    /// <summary>Elements without memory that never fire: their potential is the sum of what arrives in a timestep.</summary>
    public static CurrentBasedNeurons Readout { get; } = new() { PotentialDecay = [0.0] };

    /// <summary>The neurons of a node.</summary>
    public CurrentBasedNeurons Of(NirNode node, int[] shape)
    {
        double dt = options.TimestepSeconds;
        PerNeuron Value(string name, double missing = 0) =>
            node.Numbers.TryGetValue(name, out Hdf5Array? array) ? Compact(NirShape.Spread(array, shape)) : missing;
        PerNeuron r = Value("r", 1);
        PerNeuron leak = Value("v_leak");
        PerNeuron threshold = Value("v_threshold");
        PerNeuron reset = Value("v_reset");
        PerNeuron Tau(string name)
        {
            PerNeuron tau = Value(name);
            CheckTimeConstant(node, name, tau);
            return tau;
        }

        if (options.Reset == ResetMode.Subtract && node.Numbers.TryGetValue("v_reset", out Hdf5Array? unused) && unused.Values.Any(v => v != 0))
        {
            report.Add(NirDiagnostics.Ignored, node.PathOf("v_reset"), "values other than 0, but the reset subtracts the threshold");
        }

        return node.Type switch
        {
            "I" => new CurrentBasedNeurons { InputGain = r.ToList() },
            "IF" => NeuronFactory.IntegrateAndFire(threshold, r, reset, options.Reset),
            "LI" => NeuronFactory.LeakyIntegrator(Tau("tau"), dt, r, leak, options.Integrator),
            "LIF" => NeuronFactory.Lif(Tau("tau"), dt, threshold, r, leak, reset, options.Reset, integrator: options.Integrator),
            "CubaLI" => NeuronFactory.CubaLeakyIntegrator(Tau("tau_syn"), Tau("tau_mem"), dt, r, leak, Value("w_in", 1), options.Integrator),
            "CubaLIF" => NeuronFactory.CubaLif(
                Tau("tau_syn"), Tau("tau_mem"), dt, threshold, r, leak, Value("w_in", 1), reset, options.Reset, integrator: options.Integrator),
            _ => Readout with { Threshold = Value("threshold").ToList() },
        };
    }

    private static PerNeuron Compact(double[] values) => Array.TrueForAll(values, v => v == values[0]) ? values[0] : values;

    private void CheckTimeConstant(NirNode node, string dataset, PerNeuron tau)
    {
        double dt = options.TimestepSeconds;
        double shortest = double.PositiveInfinity;
        double longest = double.NegativeInfinity;
        for (int n = 0; n < tau.Count; n++)
        {
            shortest = Math.Min(shortest, tau[n]);
            longest = Math.Max(longest, tau[n]);
        }

        double least = options.Integrator == Integrator.Euler ? dt / 2 : 0;
        if (shortest <= 0 || shortest < least)
        {
            report.Add(
                NirDiagnostics.BadParameter,
                node.PathOf(dataset),
                $"a time constant of {shortest} s",
                least == 0 ? "above 0" : $"at least half a timestep, {least} s, with the Euler rule",
                shortest <= 0 ? null : "a smaller --dt, or --integrator exponential");
        }
        else if (shortest < dt && options.Integrator == Integrator.Euler)
        {
            report.Add(
                NirDiagnostics.TimeConstantTooShort, node.PathOf(dataset), $"{shortest} s", $"at least a timestep, {dt} s", "a smaller --dt, or --integrator exponential");
        }

        if (longest >= 1 && dt < 1)
        {
            report.Add(
                NirDiagnostics.TimeConstantInSteps, node.PathOf(dataset), $"{longest} s with a timestep of {dt} s", "seconds", "--dt 1 if it is in timesteps");
        }
    }
}
