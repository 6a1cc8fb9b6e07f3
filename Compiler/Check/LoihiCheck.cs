using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>What Loihi demands: current-based neurons or registers of Loihi 1 or 2, weights as mantissas with exponents.</summary>
internal sealed class LoihiCheck : IFamilyCheck
{
    /// <inheritdoc/>
    public void CheckNeurons(NeuronPopulation population, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        string model = population.Neurons is Loihi2Neurons { Model.ChipModel: var graded } ? graded : NeuronModels.LoihiCubaLif;
        if (!chip.Compartment.Models.Contains(model))
        {
            diagnostics.Report(
                CompilerDiagnostics.UnsupportedModel, path, $"needs the model '{model}'", string.Join(", ", chip.Compartment.Models),
                population.Neurons is Loihi2Neurons ? "a chip that has it, such as loihi2, or neurons that every chip has" : null);
        }

        switch (population.Neurons)
        {
            case CurrentBasedNeurons physical:
                PhysicalParameterCheck.Check(physical, chip, path, diagnostics);
                break;
            case LoihiNeurons registers:
                RegisterCheck.Check(registers, chip, path, diagnostics);
                break;
            case Loihi2Neurons registers:
                PayloadCheck.Check(registers, path, diagnostics);
                break;
            default:
                diagnostics.Report(
                    CompilerDiagnostics.UnsupportedModel, path, $"neurons described by {population.Neurons.GetType().Name}",
                    "current-based neurons, or registers of Loihi 1 or 2");
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

        WeightFormatCheck.CheckSameUnit(projection, target, target.Neurons is LoihiNeurons or Loihi2Neurons, path, diagnostics);
    }

    /// <inheritdoc/>
    public IntegerRange AllowedWeights(IntegerWeights unit, ChipSpec.Spec.ChipSpec chip) => unit.Sign switch
    {
        SignMode.Mixed => new IntegerRange(-256, 255),
        SignMode.Excitatory => new IntegerRange(0, 255),
        _ => new IntegerRange(-255, 0),
    };
}
