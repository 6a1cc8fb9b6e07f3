using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads the mapping <c>compartment</c>.</summary>
internal static class CompartmentFormatReader
{
    private const int MaxMantissa = (1 << 24) - 1;

    public static CompartmentFormat Read(YamlMapping node)
    {
        CompartmentFormat format = new()
        {
            Models = node.Required("models").AsNames(),
            Modes = node.Optional("modes")?.AsNames() ?? [],
            CurrentBits = node.Optional("currentBits")?.AsInt32(2, 32),
            PotentialBits = node.Required("potentialBits").AsInt32(2, 32),
            PotentialSigned = node.Optional("potentialSigned")?.AsBoolean() ?? true,
            DecayBits = node.Optional("decayBits")?.AsInt32(1, 16),
            DecayShift = node.Optional("decayShift")?.AsRange(0, 31),
            Leak = node.Optional("leak")?.AsRange(-MaxMantissa, MaxMantissa),
            ThresholdMantissa = node.Required("thresholdMantissa").AsRange(-MaxMantissa, MaxMantissa),
            ThresholdShift = node.Optional("thresholdShift")?.AsInt32(0, 16) ?? 0,
            BiasMantissa = node.Optional("biasMantissa")?.AsRange(-MaxMantissa, MaxMantissa),
            BiasExponent = node.Optional("biasExponent")?.AsRange(-16, 16) ?? default,
            Refractory = node.Optional("refractory")?.AsRange(0, 65_535) ?? new IntegerRange(1, 1),
            SpikesPerTimestep = node.Optional("spikesPerTimestep")?.AsInt32(1, 65_535) ?? 1,
        };
        node.RejectUnknownKeys();
        return format;
    }
}
