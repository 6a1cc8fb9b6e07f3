using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>What Xylo demands: its own registers or current-based neurons that subtract their threshold, 8-bit weights, one core.</summary>
internal sealed class XyloCheck : IFamilyCheck
{
    /// <inheritdoc/>
    public void CheckNetwork(Network network, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        XyloLayout layout = XyloLayout.Of(network);
        Limit(CompilerDiagnostics.TooManyInputChannels, layout.Channels, "source neurons", chip.Core.InputChannels, "fewer source neurons");
        Limit(CompilerDiagnostics.TooManyHiddenNeurons, layout.Hidden, "hidden neurons", chip.Core.Compartments, "fewer neurons");
        Limit(CompilerDiagnostics.TooManyOutputNeurons, layout.Outputs, "output neurons", chip.Core.OutputCompartments, "fewer outputs");
        for (int p = 0; p < network.Populations.Count; p++)
        {
            if (network.Populations[p] is NeuronPopulation population)
            {
                CheckOutput(population, network, layout.IsOutput(p), diagnostics);
            }
        }

        CheckShifts(network, layout, diagnostics);

        void Limit(ChipSpec.Diagnostics.DiagnosticDescriptor descriptor, int amount, string of, int? limit, string remedy)
        {
            if (amount > limit)
            {
                diagnostics.Report(descriptor, "network", $"{amount:N0} {of}", $"at most {limit:N0}", remedy);
            }
        }
    }

    /// <inheritdoc/>
    public void CheckNeurons(NeuronPopulation population, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        if (!chip.Compartment.Models.Contains(NeuronModels.XyloCubaLif))
        {
            diagnostics.Report(
                CompilerDiagnostics.UnsupportedModel, path, $"needs the model '{NeuronModels.XyloCubaLif}'", string.Join(", ", chip.Compartment.Models));
        }

        switch (population.Neurons)
        {
            case CurrentBasedNeurons physical:
                CheckPhysical(physical, chip, path, diagnostics);
                break;
            case XyloNeurons registers:
                CheckRegisters(registers, chip, path, diagnostics);
                break;
            default:
                diagnostics.Report(
                    CompilerDiagnostics.UnsupportedModel, path, $"neurons described by {population.Neurons.GetType().Name}",
                    "current-based neurons or Xylo registers");
                break;
        }
    }

    /// <inheritdoc/>
    public void CheckUnit(Projection projection, NeuronPopulation target, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        if (projection.Unit is IntegerWeights integers)
        {
            WeightFormatCheck.Check(integers, chip, path, diagnostics);
        }

        WeightFormatCheck.CheckSameUnit(projection, target, target.Neurons is XyloNeurons, path, diagnostics);
    }

    /// <inheritdoc/>
    public IntegerRange AllowedWeights(IntegerWeights unit, ChipSpec.Spec.ChipSpec chip)
    {
        IntegerRange weights = chip.Synapse.Weights!.Value;
        return unit.Sign switch
        {
            SignMode.Mixed => weights,
            SignMode.Excitatory => weights with { Min = 0 },
            _ => weights with { Max = 0 },
        };
    }

    private static void CheckPhysical(CurrentBasedNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        PhysicalParameterCheck.CheckTimes(neurons, chip, path, diagnostics);
        ParameterLists.CheckEach(
            "threshold", neurons.Threshold, threshold => threshold > 0, "above 0", CompilerDiagnostics.NoFiniteThreshold, path, diagnostics);
        if (neurons.Threshold.Any(double.IsPositiveInfinity))
        {
            diagnostics.Report(
                CompilerDiagnostics.NoFiniteThreshold, path, "neurons that never fire", "neurons with a threshold",
                "a threshold, and a count of spikes where the potential was read");
        }

        if (neurons.ResetMode == ResetMode.ToValue && neurons.Threshold.Any(double.IsFinite))
        {
            diagnostics.Report(
                CompilerDiagnostics.ResetToValue, path, "a spike resets the potential to a value", "subtract the threshold",
                "subtract the threshold, best already in training");
        }
    }

    private static void CheckRegisters(XyloNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        CompartmentFormat format = chip.Compartment;
        CheckRange("synapse dash", neurons.SynapseDash, format.DecayShift!.Value);
        CheckRange("second synapse dash", neurons.SecondSynapseDash, format.DecayShift.Value);
        CheckRange("membrane dash", neurons.MembraneDash, format.DecayShift.Value);
        CheckRange("threshold", neurons.Threshold, format.ThresholdMantissa);
        CheckRange("bias", neurons.Bias, format.BiasMantissa!.Value);

        void CheckRange(string name, IReadOnlyList<int> values, IntegerRange range) => ParameterLists.CheckEach(
            name, values, range.Contains, range.ToString(), CompilerDiagnostics.RegisterOutOfRange, path, diagnostics);
    }

    private static void CheckOutput(NeuronPopulation population, Network network, bool isOutput, DiagnosticBag diagnostics)
    {
        string path = $"population '{population.Name}'";
        if (!isOutput && network.Outputs.Contains(population.Name))
        {
            diagnostics.Report(
                CompilerDiagnostics.OutputsAreHidden, path, "an output that a source reaches, or that reaches other populations", null,
                "a population of its own for the outputs, fed by others");
        }

        if (population.Neurons is XyloNeurons neurons)
        {
            int aliases = isOutput ? neurons.Alias.Count(target => target >= 0) : 0;
            int self = Enumerable.Range(0, population.Count).FirstOrDefault(i => neurons.Alias.At(i) == i, -1);
            if (aliases > 0 || self >= 0)
            {
                diagnostics.Report(
                    CompilerDiagnostics.NotOfOutputNeurons, path, aliases > 0 ? "output neurons with an alias" : $"neuron {self} is its own alias",
                    aliases > 0 ? "no alias" : "another neuron", "alias: -1 for none");
            }
        }

        if (isOutput)
        {
            foreach (Projection projection in network.Projections.Where(p => p.Target == population.Name && p.Receptor > 0))
            {
                diagnostics.Report(
                    CompilerDiagnostics.NotOfOutputNeurons, $"projection '{projection.Name}'",
                    $"receptor {projection.Receptor} of '{population.Name}', which takes output neurons", "receptor 0", "receptor 0");
            }
        }
    }

    private static void CheckShifts(Network network, XyloLayout layout, DiagnosticBag diagnostics)
    {
        Dictionary<string, int> index = network.Populations.Select((p, i) => (p.Name, i)).ToDictionary(StringComparer.Ordinal);
        foreach (IGrouping<XyloGroup, Projection> group in network.Projections
            .Where(p => p.Unit is IntegerWeights)
            .GroupBy(p => layout.GroupOf(network[p.Source] is SourcePopulation, index[p.Target])))
        {
            IGrouping<int, Projection>[] exponents = [.. group.GroupBy(p => ((IntegerWeights)p.Unit).Exponent)];
            if (exponents.Length > 1)
            {
                diagnostics.Report(
                    CompilerDiagnostics.SharedWeightShift, $"projection '{exponents[1].First().Name}'",
                    $"exponent {exponents[1].Key}, where projection '{exponents[0].First().Name}' has {exponents[0].Key}",
                    $"one exponent for all {NameOf(group.Key)} weights", "one exponent, and scaled weights");
            }
        }
    }

    private static string NameOf(XyloGroup group) => group switch
    {
        XyloGroup.Input => "input",
        XyloGroup.Recurrent => "recurrent",
        _ => "output",
    };
}
