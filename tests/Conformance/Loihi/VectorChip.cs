using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>The chip of the vectors: no limits, and delays of up to 63 timesteps, which lava takes.</summary>
internal static class VectorChip
{
    public static ChipSpec.Spec.ChipSpec Spec { get; } = Widen(Presets.Load("unbounded"));

    private static ChipSpec.Spec.ChipSpec Widen(ChipSpec.Spec.ChipSpec chip) => chip with
    {
        Synapse = chip.Synapse with { Delay = new IntegerRange(0, 63) },
    };
}
