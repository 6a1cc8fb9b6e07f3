using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads the mapping <c>synapse</c>.</summary>
internal static class SynapseFormatReader
{
    public static SynapseFormat Read(YamlMapping node)
    {
        SynapseFormat format = new()
        {
            WeightBits = node.Required("weightBits").AsAscending(1, 16),
            Weights = node.Optional("weights")?.AsRange(short.MinValue, short.MaxValue),
            WeightExponent = node.Optional("weightExponent")?.AsRange(-16, 16) ?? default,
            WeightShift = node.Optional("weightShift")?.AsInt32(0, 16) ?? 0,
            Sign = node.Optional("sign")?.AsEnum<WeightSign>() ?? WeightSign.PerSynapse,
            AxonTypes = node.Optional("axonTypes")?.AsInt32(1, 256),
            Delay = node.Required("delay").AsRange(0, 65_535),
            DelayOf = node.Optional("delayOf")?.AsEnum<DelayOwner>() ?? DelayOwner.Synapse,
            Packing = node.Optional("packing") is { } packing ? ReadPacking(packing.AsMapping()) : null,
        };
        node.RejectUnknownKeys();
        return format;
    }

    private static SynapsePacking ReadPacking(YamlMapping node)
    {
        SynapsePacking packing = new()
        {
            WordBits = node.Required("wordBits").AsInt32(1, 4096),
            HeaderBits = node.Required("headerBits").AsInt32(0, 4096),
            BlockSynapses = node.Required("blockSynapses").AsInt32(1, 1 << 20),
            IndexBits = node.Required("indexBits").AsAscending(0, 32),
            DelayBits = node.Required("delayBits").AsInt32(0, 16),
            SharedLists = node.Required("sharedLists").AsBoolean(),
        };
        node.RejectUnknownKeys();
        return packing;
    }
}
