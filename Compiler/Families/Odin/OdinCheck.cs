using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>What ODIN demands: its own registers or integrate-and-fire neurons, weights of 3 bits with the sign of their source, one core.</summary>
internal sealed class OdinCheck : IFamilyCheck
{
    private const int LargestCalcium = 7;

    /// <inheritdoc/>
    public void CheckNetwork(Network network, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        OdinLayout layout = OdinLayout.Of(network);
        if (layout.Slots > OdinLimits.Slots(chip))
        {
            string all = layout.IsOpenLoop ? "" : $", {layout.Neurons + layout.Sources:N0} in all";
            diagnostics.Report(
                CompilerDiagnostics.TooManySlots, "network", $"{layout.Neurons:N0} neurons and {layout.Sources:N0} spike sources{all}",
                layout.IsOpenLoop ? $"at most {OdinLimits.Slots(chip):N0} of each" : $"at most {OdinLimits.Slots(chip):N0} together",
                "fewer neurons, or fewer sources");
        }

        OdinSettings.Of(network, diagnostics);
        OdinSourceCheck.Check(network, diagnostics);
    }

    /// <inheritdoc/>
    public void CheckNeurons(NeuronPopulation population, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        if (!chip.Compartment.Models.Contains(NeuronModels.OdinLif))
        {
            diagnostics.Report(
                CompilerDiagnostics.UnsupportedModel, path, $"needs the model '{NeuronModels.OdinLif}'", string.Join(", ", chip.Compartment.Models));
        }

        switch (population.Neurons)
        {
            case CurrentBasedNeurons physical:
                OdinPhysicalCheck.Check(physical, chip, path, diagnostics);
                break;
            case OdinNeurons registers:
                CheckRegisters(registers, chip, path, diagnostics);
                break;
            default:
                diagnostics.Report(
                    CompilerDiagnostics.UnsupportedModel, path, $"neurons described by {population.Neurons.GetType().Name}",
                    "integrate-and-fire neurons or ODIN registers");
                break;
        }
    }

    /// <inheritdoc/>
    public void CheckUnit(Projection projection, NeuronPopulation target, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        // Integers are weights as they are, whatever their bits; there is no exponent.
        if (projection.Unit is IntegerWeights integers)
        {
            WeightFormatCheck.Check(integers with { Bits = chip.Synapse.WeightBits.Max() }, chip, path, diagnostics);
        }

        // Registers of another chip have been refused.
        if (target.Neurons is OdinNeurons or CurrentBasedNeurons)
        {
            WeightFormatCheck.CheckSameUnit(projection, target, target.Neurons is OdinNeurons, path, diagnostics);
        }
    }

    /// <inheritdoc/>
    public IntegerRange AllowedWeights(IntegerWeights unit, ChipSpec.Spec.ChipSpec chip)
    {
        IntegerRange weights = OdinLimits.Weights(chip);
        return unit.Sign switch
        {
            SignMode.Mixed => weights,
            SignMode.Excitatory => weights with { Min = 0 },
            _ => weights with { Max = 0 },
        };
    }

    /// <inheritdoc/>
    public PipelineDepth Depth(Network network, int[] sourceOf, int[] targetOf, SynapseStatistics[] statistics, DiagnosticBag diagnostics) =>
        OdinTiming.Find(network, sourceOf, targetOf, statistics, diagnostics);

    private static void CheckRegisters(OdinNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        IntegerRange calcium = new(0, LargestCalcium);
        CheckRange("leak", neurons.Leak, OdinLimits.Leak(chip));
        CheckRange("threshold", neurons.Threshold, OdinLimits.Threshold(chip));
        CheckRange("learning potential", neurons.LearningPotential, OdinLimits.Potential);
        CheckRange("initial potential", neurons.InitialPotential, OdinLimits.Potential);
        CheckRange("low calcium threshold", neurons.CalciumLow, calcium);
        CheckRange("middle calcium threshold", neurons.CalciumMiddle, calcium);
        CheckRange("high calcium threshold", neurons.CalciumHigh, calcium);

        void CheckRange(string name, IReadOnlyList<int> values, IntegerRange range) => ParameterLists.CheckEach(
            name, values, range.Contains, range.ToString(), CompilerDiagnostics.RegisterOutOfRange, path, diagnostics);
    }
}
