using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Spec;
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
    /// <param name="family">What its family demands.</param>
    /// <param name="input">Receives the weights onto the target's neurons.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static SynapseStatistics Check(
        Projection projection, Network network, ChipSpec.Spec.ChipSpec chip, IFamilyCheck family, PopulationInput input, DiagnosticBag diagnostics)
    {
        string path = $"projection '{projection.Name}'";
        bool isThirdFactor = projection.ThirdFactor is not null;
        if (!isThirdFactor)
        {
            family.CheckUnit(projection, (NeuronPopulation)network[projection.Target], chip, path, diagnostics);
        }

        int targets = network[projection.Target].Count;
        IntegerRange? integers = isThirdFactor ? new IntegerRange(0, 127) : projection.Unit is IntegerWeights unit ? family.AllowedWeights(unit, chip) : null;
        (double Min, double Max) weights = integers is { } allowed ? (allowed.Min, allowed.Max) : (double.MinValue, double.MaxValue);
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

                if (!(synapse.Weight >= weights.Min && synapse.Weight <= weights.Max) || (integers is not null && synapse.Weight != Math.Floor(synapse.Weight)))
                {
                    faults.Weight ??= (source, synapse);
                }

                double effective = isThirdFactor ? 0 : input.Add(synapse.Target, synapse.Weight);
                largest = Math.Max(largest, effective);
                smallest = Math.Min(smallest, effective);
                minimumDelay = Math.Min(minimumDelay, synapse.Delay);
                maximumDelay = Math.Max(maximumDelay, synapse.Delay);
            }
        }

        if (projection.Plasticity?.MaximumWeight is { } maximum && integers is null)
        {
            double learned = maximum * PopulationInput.GainsOf(((NeuronPopulation)network[projection.Target]).Neurons).Max(Math.Abs);

            // Weights that all begin at 0 may become either sign.
            bool isBlank = largest == 0 && smallest == 0;
            largest = largest > 0 || isBlank ? Math.Max(largest, learned) : largest;
            smallest = smallest < 0 || isBlank ? Math.Min(smallest, -learned) : smallest;
        }

        Report(faults, integers, targets, path, diagnostics);
        if (synapses > 0 && (minimumDelay < 0 || maximumDelay - 1 > chip.Synapse.Delay.Max))
        {
            ReportDelay(minimumDelay < 0 ? minimumDelay : maximumDelay, chip, path, diagnostics);
        }

        return synapses == 0
            ? new SynapseStatistics(0, 1, 1, 0, 0)
            : new SynapseStatistics(synapses, minimumDelay, maximumDelay, largest, -smallest);
    }

    /// <summary>Checks what a projection says of itself, without reading a synapse.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="network">The network.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="family">What its family demands.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static void CheckRule(Projection projection, Network network, ChipSpec.Spec.ChipSpec chip, IFamilyCheck family, DiagnosticBag diagnostics)
    {
        string path = $"projection '{projection.Name}'";
        if (projection.ThirdFactor is null)
        {
            family.CheckUnit(projection, (NeuronPopulation)network[projection.Target], chip, path, diagnostics);
        }

        // Bounds that random delays need not reach prove something only when all of them are too long.
        IntegerRange delays = projection.Connectivity.Delays;
        int certain = projection.Connectivity is RandomConnectivity or Composed ? delays.Min : delays.Max;
        if (certain - 1 > chip.Synapse.Delay.Max)
        {
            ReportDelay(certain, chip, path, diagnostics);
        }
    }

    private static void ReportDelay(int delay, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics) => diagnostics.Report(
        CompilerDiagnostics.DelayOutOfRange, path, $"a delay of {delay} timesteps", $"0 to {chip.Synapse.Delay.Max + 1} timesteps",
        "a shorter delay, a longer timestep or a relay population");

    private static void Report(Faults faults, IntegerRange? integers, int targets, string path, DiagnosticBag diagnostics)
    {
        if (faults.Target is { } target)
        {
            diagnostics.Report(
                NetworkDiagnostics.Connectivity, path, $"a synapse from neuron {target.Source} ends at neuron {target.Synapse.Target}",
                $"neurons 0 to {targets - 1}");
        }

        if (faults.Weight is { } weight)
        {
            diagnostics.Report(
                CompilerDiagnostics.InvalidWeight, path,
                $"weight {weight.Synapse.Weight} from neuron {weight.Source} to neuron {weight.Synapse.Target}",
                integers is { } range ? $"whole numbers {range.Min} to {range.Max}" : "finite numbers");
        }
    }

    private struct Faults
    {
        public (int Source, Synapse Synapse)? Target;
        public (int Source, Synapse Synapse)? Weight;
    }
}
