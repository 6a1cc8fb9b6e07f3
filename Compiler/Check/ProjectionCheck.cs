using System.Runtime.InteropServices;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether the synapses of one projection are usable on the chip; reads every synapse once.</summary>
internal static class ProjectionCheck
{
    /// <summary>Checks a projection.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="network">The network.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="input">Receives the weights onto the target's neurons.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static SynapseStatistics Check(
        Projection projection, Network network, ChipSpec.Spec.ChipSpec chip, PopulationInput input, DiagnosticBag diagnostics)
    {
        string path = $"projection '{projection.Name}'";
        CheckUnit(projection, (NeuronPopulation)network[projection.Target], chip, path, diagnostics);

        int targets = network[projection.Target].Count;
        (double Min, double Max) weights = AllowedWeights(projection.Unit);
        bool isInteger = projection.Unit is IntegerWeights;
        Faults faults = default;
        int synapses = 0;
        double largest = 0;
        double smallest = 0;
        int minimumDelay = int.MaxValue;
        int maximumDelay = int.MinValue;
        List<Synapse> row = [];
        int sources = network[projection.Source].Count;
        for (int source = 0; source < sources; source++)
        {
            row.Clear();
            projection.Connectivity.AppendRow(source, row);
            synapses += row.Count;
            foreach (ref readonly Synapse synapse in CollectionsMarshal.AsSpan(row))
            {
                if ((uint)synapse.Target >= (uint)targets)
                {
                    faults.Target ??= (source, synapse);
                    continue;
                }

                if (!(synapse.Weight >= weights.Min && synapse.Weight <= weights.Max) || (isInteger && synapse.Weight != Math.Floor(synapse.Weight)))
                {
                    faults.Weight ??= (source, synapse);
                }

                double effective = input.Add(synapse.Target, synapse.Weight);
                largest = Math.Max(largest, effective);
                smallest = Math.Min(smallest, effective);
                minimumDelay = Math.Min(minimumDelay, synapse.Delay);
                maximumDelay = Math.Max(maximumDelay, synapse.Delay);
            }
        }

        Report(faults, projection.Unit, targets, path, diagnostics);
        if (synapses > 0 && (minimumDelay < 0 || maximumDelay - 1 > chip.Synapse.Delay.Max))
        {
            diagnostics.Report(
                CompilerDiagnostics.DelayOutOfRange, path, $"a delay of {(minimumDelay < 0 ? minimumDelay : maximumDelay)} timesteps",
                $"0 to {chip.Synapse.Delay.Max + 1} timesteps", "a shorter delay, a longer timestep or a relay population");
        }

        return synapses == 0
            ? new SynapseStatistics(0, 1, 1, 0, 0)
            : new SynapseStatistics(synapses, minimumDelay, maximumDelay, largest, -smallest);
    }

    private static void CheckUnit(
        Projection projection, NeuronPopulation target, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        if (projection.Unit is IntegerWeights integers)
        {
            if (!chip.Synapse.WeightBits.Contains(integers.Bits))
            {
                diagnostics.Report(
                    CompilerDiagnostics.WeightFormatNotStorable, path, $"weights of {integers.Bits} bits",
                    string.Join(", ", chip.Synapse.WeightBits), "one of these widths");
            }

            if (!chip.Synapse.WeightExponent.Contains(integers.Exponent))
            {
                diagnostics.Report(
                    CompilerDiagnostics.WeightFormatNotStorable, path, $"weight exponent {integers.Exponent}",
                    chip.Synapse.WeightExponent.ToString());
            }
        }

        if (projection.Unit is IntegerWeights && target.Neurons is not LoihiNeurons)
        {
            diagnostics.Report(
                CompilerDiagnostics.WeightUnitMismatch, path, $"integer weights onto '{target.Name}', whose neurons are in physical units",
                "physical weights", "weights in physical units, or neurons in registers");
        }
        else if (projection.Unit is PhysicalWeights && target.Neurons is LoihiNeurons)
        {
            diagnostics.Report(
                CompilerDiagnostics.WeightUnitMismatch, path, $"physical weights onto '{target.Name}', whose neurons are in registers",
                "integer weights", "integer weights, or neurons in physical units");
        }
    }

    private static (double Min, double Max) AllowedWeights(WeightUnit unit) => unit switch
    {
        IntegerWeights { Sign: SignMode.Mixed } => (-256, 255),
        IntegerWeights { Sign: SignMode.Excitatory } => (0, 255),
        IntegerWeights => (-255, 0),
        _ => (double.MinValue, double.MaxValue),
    };

    private static void Report(Faults faults, WeightUnit unit, int targets, string path, DiagnosticBag diagnostics)
    {
        if (faults.Target is { } target)
        {
            diagnostics.Report(
                NetworkDiagnostics.Connectivity, path, $"a synapse from neuron {target.Source} ends at neuron {target.Synapse.Target}",
                $"neurons 0 to {targets - 1}");
        }

        if (faults.Weight is { } weight)
        {
            (double min, double max) = AllowedWeights(unit);
            diagnostics.Report(
                CompilerDiagnostics.InvalidWeight, path,
                $"weight {weight.Synapse.Weight} from neuron {weight.Source} to neuron {weight.Synapse.Target}",
                unit is IntegerWeights ? $"whole numbers {min} to {max}" : "finite numbers");
        }
    }

    private struct Faults
    {
        public (int Source, Synapse Synapse)? Target;
        public (int Source, Synapse Synapse)? Weight;
    }
}
