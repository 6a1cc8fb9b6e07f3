using System.Globalization;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Neurons as a node: the parameters from which the Euler rule makes their coefficients again, to the last bit where that is possible.</summary>
/// <param name="Type">Type of the node.</param>
/// <param name="Datasets">Its parameters, one list each.</param>
/// <param name="Drive">Constant input that the node cannot hold itself, one value per neuron or one for all; <see langword="null"/> when there is none.</param>
internal sealed record NirNeuronNode(string Type, IReadOnlyDictionary<string, double[]> Datasets, double[]? Drive)
{
    private const int Neighbours = 8;
    private static readonly int[] Digits = [6, 9, 12, 15];

    /// <summary>The node; <see langword="null"/> when there is none, with the reason.</summary>
    /// <param name="neurons">The neurons.</param>
    /// <param name="timestep">Duration of a timestep in seconds.</param>
    /// <param name="problem">Why there is none.</param>
    /// <param name="takesThreshold">Whether neurons without memory become a Threshold.</param>
    public static NirNeuronNode? Of(CurrentBasedNeurons neurons, double timestep, out string problem, bool takesThreshold = true)
    {
        bool hasCurrent = neurons.CurrentDecay.Any(d => d != 0);
        bool leaks = neurons.PotentialDecay.Any(d => d != 1);
        bool fires = neurons.Threshold.All(double.IsFinite);
        problem = neurons switch
        {
            _ when neurons.Refractory.Any(r => r != 1) => "a refractory period",
            _ when neurons.InitialPotential.Any(v => v != 0) => "an initial potential",
            _ when neurons.Threshold.Any(double.IsFinite) != fires => "neurons that fire beside neurons that never do",
            _ when neurons.PotentialDecay.Any(d => d >= 1) && (leaks || hasCurrent) => "a membrane that does not leak beside one that does, or behind a current",
            _ when neurons.CurrentDecay.Any(d => d >= 1) => "a current that does not leak",
            _ => "",
        };
        if (problem.Length > 0)
        {
            return null;
        }

        var datasets = new Dictionary<string, double[]>(StringComparer.Ordinal);
        if (fires)
        {
            datasets["v_threshold"] = [.. neurons.Threshold];
            datasets["v_reset"] = [.. neurons.Reset];
        }

        if (!leaks)
        {
            datasets["r"] = Both(neurons.InputGain, neurons.CurrentGain, (k, g) => k * g);
            bool driven = neurons.Bias.Any(b => b != 0);
            double[]? drive = driven ? Both(neurons.Bias, datasets["r"], (b, r) => Nearest(b / r, d => r * d, b)) : null;
            return new NirNeuronNode(fires ? "IF" : "I", datasets, drive);
        }

        if (takesThreshold && fires && IsThreshold(neurons))
        {
            return new NirNeuronNode("Threshold", new Dictionary<string, double[]>(StringComparer.Ordinal) { ["threshold"] = [.. neurons.Threshold] }, null);
        }

        IReadOnlyList<double> gain = hasCurrent ? neurons.InputGain : Both(neurons.InputGain, neurons.CurrentGain, (k, g) => k * g);
        double[] tau = TimeConstants(neurons.PotentialDecay, timestep, gain, neurons.Bias);
        datasets[hasCurrent ? "tau_mem" : "tau"] = tau;
        double[] approach = [.. tau.Select(t => timestep / t)];
        datasets["r"] = Both(gain, approach, (k, g) => Nearest(k / g, r => g * r, k));
        datasets["v_leak"] = Both(neurons.Bias, approach, (b, g) => Nearest(b / g, leak => g * leak, b));
        if (hasCurrent)
        {
            double[] synaptic = TimeConstants(neurons.CurrentDecay, timestep, neurons.CurrentGain, [0]);
            datasets["tau_syn"] = synaptic;
            datasets["w_in"] = Both(neurons.CurrentGain, [.. synaptic.Select(t => timestep / t)], (k, g) => Nearest(k / g, w => g * w, k));
        }

        return new NirNeuronNode((hasCurrent ? "Cuba" : "") + (fires ? "LIF" : "LI"), datasets, null);
    }

    private static bool IsThreshold(CurrentBasedNeurons n) =>
        n.ResetMode == ResetMode.ToValue && n.CurrentDecay.Concat(n.PotentialDecay).Concat(n.Bias).Concat(n.Reset).All(v => v == 0)
        && n.CurrentGain.Concat(n.InputGain).All(v => v == 1);

    /// <summary>Time constants that give the decays, and with them gains and biases, exactly.</summary>
    /// <remarks>Many give the same decay, which has lost the last bits of Δt/τ; the gains have not.</remarks>
    private static double[] TimeConstants(IReadOnlyList<double> decay, double timestep, IReadOnlyList<double> gain, IReadOnlyList<double> bias)
    {
        return
        [
            .. Enumerable.Range(0, decay.Count).Select(i =>
            {
                double[] fitting = [.. Near(timestep / (1 - decay[i])).Where(tau => 1 - (timestep / tau) == decay[i])];
                return fitting.Where(tau => IsReached(gain, i, timestep / tau) && IsReached(bias, i, timestep / tau)).Concat(fitting).FirstOrDefault(timestep / (1 - decay[i]));
            }),
        ];

        bool IsReached(IReadOnlyList<double> values, int i, double approach)
        {
            double wanted = values[values.Count == 1 || decay.Count == 1 ? 0 : i];
            return Near(wanted / approach).Any(v => approach * v == wanted);
        }
    }

    /// <summary>A value near a guess that gives exactly what is wanted; the guess itself where none does.</summary>
    private static double Nearest(double guess, Func<double, double> gives, double wanted) =>
        Near(guess).Where(v => gives(v) == wanted).Append(guess).First();

    /// <summary>Numbers that a computed one may have been: those that people and programs write, short in decimals or in single precision, first.</summary>
    private static IEnumerable<double> Near(double guess)
    {
        foreach (int digits in Digits)
        {
            yield return Rounded(guess, digits);
        }

        yield return (float)guess;
        yield return guess;
        (double below, double above) = (guess, guess);
        for (int step = 0; step < Neighbours; step++)
        {
            yield return below = Math.BitDecrement(below);
            yield return above = Math.BitIncrement(above);
        }
    }

    private static double Rounded(double value, int digits) =>
        double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double[] Both(IReadOnlyList<double> a, IReadOnlyList<double> b, Func<double, double, double> function) =>
        [.. Enumerable.Range(0, Math.Max(a.Count, b.Count)).Select(i => function(a[a.Count == 1 ? 0 : i], b[b.Count == 1 ? 0 : i]))];
}
