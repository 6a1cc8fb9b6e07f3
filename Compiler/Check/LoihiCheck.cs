using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>What Loihi demands: current-based neurons or its registers, weights as mantissas with exponents.</summary>
internal sealed class LoihiCheck : IFamilyCheck
{
    /// <inheritdoc/>
    public void CheckNeurons(NeuronPopulation population, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        if (!chip.Compartment.Models.Contains(NeuronModels.LoihiCubaLif))
        {
            diagnostics.Report(
                CompilerDiagnostics.UnsupportedModel, path, $"needs the model '{NeuronModels.LoihiCubaLif}'",
                string.Join(", ", chip.Compartment.Models));
        }

        switch (population.Neurons)
        {
            case CurrentBasedNeurons physical:
                PhysicalParameterCheck.Check(physical, chip, path, diagnostics);
                break;
            case LoihiNeurons registers:
                RegisterCheck.Check(registers, chip, path, diagnostics);
                break;
            default:
                diagnostics.Report(
                    CompilerDiagnostics.UnsupportedModel, path, $"neurons described by {population.Neurons.GetType().Name}",
                    "current-based neurons or Loihi registers");
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

        WeightFormatCheck.CheckSameUnit(projection, target, target.Neurons is LoihiNeurons, path, diagnostics);
    }

    /// <inheritdoc/>
    public IntegerRange AllowedWeights(IntegerWeights unit, ChipSpec.Spec.ChipSpec chip) => unit.Sign switch
    {
        SignMode.Mixed => new IntegerRange(-256, 255),
        SignMode.Excitatory => new IntegerRange(0, 255),
        _ => new IntegerRange(-255, 0),
    };
}
