using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

/// <summary>Everything that the compiler's passes report, <c>GAN2xxx</c>.</summary>
/// <remarks>20xx: the network and the chip's formats. 21xx: quantisation. 22xx: capacity. 23xx: placement. 24xx: what one chip family lacks.</remarks>
public static partial class CompilerDiagnostics
{
    /// <summary>All kinds, ascending by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All =>
    [
        UnsupportedFamily, UnsupportedModel, SubtractiveReset, DelayOutOfRange, RefractoryOutOfRange, RegisterOutOfRange,
        WeightFormatNotStorable, WeightUnitMismatch, InvalidWeight, DecayNotRepresentable, SlowerLoop, NetworkTooLarge, InvalidOption,
        ClippedWeights, LostWeights, DeadNeurons, SaturatedNeurons, SumMayOverflow, CurrentMayOverflow, ThresholdRounded,
        NegativeThreshold, BiasOutOfRange, InitialStateOutOfRange, IntegratorMaySaturate, NoScale, NotCalibrated,
        NeuronExceedsCore, TooFewCores, PinnedCoreOverfull, OutAxonsNotConverging, TooManyDelays, TooManySynapses,
        PinnedCoreMissing, UnsupportedRouting,
        TooManyInputChannels, TooManyHiddenNeurons, TooManyOutputNeurons, TooManyRecurrentSynapses, SharedWeightShift, NotOfOutputNeurons,
        ResetToValue, NoFiniteThreshold, OutputsAreHidden, DecayRounded,
        MixedSigns, TooManySlots, ExponentialDecay, PositiveBias, OdinIntegrator, RepeatedSynapse, OdinSettingsDiffer, SpikesActAtOnce,
        PotentialStopsAtReset,
        DecayNotOffered, ThresholdNotFinite, NoAxonType, TooManyCopies, ModeNotOffered, DestinationOutOfReach, CoarseWeights,
    ];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);

    private static DiagnosticDescriptor Warning(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Warning, title, explanation);
}
