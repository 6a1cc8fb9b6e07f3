using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Whether register values fit the chip, and whether it has the modes that they ask for.</summary>
internal static class TrueNorthRegisterCheck
{
    private const int KeepPotential = 2;

    public static void Check(TrueNorthNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        CheckRange("weight of axon type 0", neurons.Weight0, TrueNorthRanges.Weights(chip));
        CheckRange("weight of axon type 1", neurons.Weight1, TrueNorthRanges.Weights(chip));
        CheckRange("weight of axon type 2", neurons.Weight2, TrueNorthRanges.Weights(chip));
        CheckRange("weight of axon type 3", neurons.Weight3, TrueNorthRanges.Weights(chip));
        CheckRange("leak", neurons.Leak, TrueNorthRanges.Leak(chip));
        CheckRange("threshold", neurons.Threshold, TrueNorthRanges.Threshold(chip));
        CheckRange("negative threshold", neurons.NegativeThreshold, TrueNorthRanges.NegativeThreshold(chip));
        CheckRange("reset value", neurons.Reset, TrueNorthRanges.Potential(chip));
        CheckRange("initial potential", neurons.InitialPotential, TrueNorthRanges.Potential(chip));

        CheckMode(TrueNorthModes.StochasticSynapse, neurons.StochasticTypes.Any(IsSet));
        CheckMode(TrueNorthModes.StochasticLeak, neurons.StochasticLeak.Any(IsSet));
        CheckMode(TrueNorthModes.StochasticThreshold, neurons.ThresholdMask.Any(IsSet));
        CheckMode(TrueNorthModes.LeakReversal, neurons.LeakReversal.Any(IsSet));
        CheckMode(TrueNorthModes.NegativeSaturation, neurons.NegativeSaturates.Any(IsSet));
        CheckMode(TrueNorthModes.NoReset, neurons.ResetMode.Contains(KeepPotential));
        CheckMode(TrueNorthModes.InclusiveNegativeThreshold, neurons.NegativeInclusive.Any(IsSet));

        void CheckRange(string name, IReadOnlyList<int> values, IntegerRange range) => ParameterLists.CheckEach(
            name, values, range.Contains, range.ToString(), CompilerDiagnostics.RegisterOutOfRange, path, diagnostics);

        void CheckMode(string mode, bool isUsed)
        {
            if (isUsed && !chip.Compartment.Modes.Contains(mode))
            {
                string offered = chip.Compartment.Modes.Count == 0 ? "none of the optional modes" : string.Join(", ", chip.Compartment.Modes);
                diagnostics.Report(CompilerDiagnostics.ModeNotOffered, path, $"needs '{mode}'", offered, "a chip that lists it, or neurons without it");
            }
        }
    }

    private static bool IsSet(int value) => value != 0;
}
