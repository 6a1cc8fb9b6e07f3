using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>What TrueNorth demands: its registers, or integrate-and-fire neurons with at most a constant leak.</summary>
internal sealed class TrueNorthCheck : IFamilyCheck
{
    /// <summary>Timesteps that the scheduler of a core can be emulated for.</summary>
    private const int MaximumSlots = 256;

    /// <inheritdoc/>
    public void CheckNeurons(NeuronPopulation population, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        if (!chip.Compartment.Models.Contains(NeuronModels.TrueNorthLif))
        {
            diagnostics.Report(
                CompilerDiagnostics.UnsupportedModel, path, $"needs the model '{NeuronModels.TrueNorthLif}'", string.Join(", ", chip.Compartment.Models));
        }

        if (chip.Synapse.AxonTypes != WeightFit.Types)
        {
            diagnostics.Report(CompilerDiagnostics.UnsupportedModel, path, $"{chip.Synapse.AxonTypes ?? 0} axon types on '{chip.Id}'", $"{WeightFit.Types}");
        }

        if (chip.Synapse.Delay.Max >= MaximumSlots)
        {
            diagnostics.Report(
                CompilerDiagnostics.UnsupportedModel, path, $"a scheduler for delays up to {chip.Synapse.Delay.Max} on '{chip.Id}'", $"at most {MaximumSlots - 1}");
        }

        switch (population.Neurons)
        {
            case CurrentBasedNeurons physical:
                CheckPhysical(physical, chip, path, diagnostics);
                break;
            case TrueNorthNeurons registers:
                TrueNorthRegisterCheck.Check(registers, chip, path, diagnostics);
                break;
            default:
                diagnostics.Report(
                    CompilerDiagnostics.UnsupportedModel, path, $"neurons described by {population.Neurons.GetType().Name}",
                    "integrate-and-fire neurons or TrueNorth registers");
                break;
        }
    }

    /// <inheritdoc/>
    public void CheckUnit(Projection projection, NeuronPopulation target, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        // The width of an integer weight means nothing here: the target's four weights say what there is.
        if (projection.Unit is IntegerWeights { Exponent: var exponent } && !chip.Synapse.WeightExponent.Contains(exponent))
        {
            diagnostics.Report(
                CompilerDiagnostics.WeightFormatNotStorable, path, $"weight exponent {exponent}", chip.Synapse.WeightExponent.ToString());
        }

        WeightFormatCheck.CheckSameUnit(projection, target, target.Neurons is not CurrentBasedNeurons, path, diagnostics);
    }

    /// <inheritdoc/>
    public IntegerRange AllowedWeights(IntegerWeights unit, ChipSpec.Spec.ChipSpec chip) => TrueNorthRanges.Weights(chip);

    private static void CheckPhysical(CurrentBasedNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        const string remedy = "the model 'if' with a constant current as leak, or a chip with decay such as 'loihi1'";
        ParameterLists.CheckEach(
            "current decay", neurons.CurrentDecay, kept => kept == 0, "0 of the current kept per timestep", CompilerDiagnostics.DecayNotOffered, path, diagnostics, remedy);
        ParameterLists.CheckEach(
            "potential decay", neurons.PotentialDecay, kept => kept == 1, "all of the potential kept per timestep", CompilerDiagnostics.DecayNotOffered, path, diagnostics, remedy);
        ParameterLists.CheckEach(
            "threshold", neurons.Threshold, double.IsFinite, "a finite threshold", CompilerDiagnostics.ThresholdNotFinite, path, diagnostics,
            "neurons that fire, whose spikes are counted");

        IntegerRange refractory = chip.Compartment.Refractory;
        ParameterLists.CheckEach(
            "refractory period", neurons.Refractory, refractory.Contains, $"{refractory} timesteps", CompilerDiagnostics.RefractoryOutOfRange, path, diagnostics,
            "a longer timestep or no period");
    }
}
