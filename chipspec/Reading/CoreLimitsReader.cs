using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads the mapping <c>core</c>.</summary>
internal static class CoreLimitsReader
{
    private const int MaxEntries = 1 << 24;
    private const long MaxMemoryBits = 1L << 40;

    public static CoreLimits Read(YamlMapping node)
    {
        CoreLimits limits = new()
        {
            Compartments = node.Optional("compartments")?.AsInt32(1, MaxEntries),
            InAxons = node.Optional("inAxons")?.AsInt32(1, MaxEntries),
            OutAxons = node.Optional("outAxons")?.AsInt32(1, MaxEntries),
            SynapseMemoryBits = node.Optional("synapseMemoryBits")?.AsInt64(1, MaxMemoryBits),
            CompartmentConfigurations = node.Optional("compartmentConfigurations")?.AsInt32(1, MaxEntries),
            ThresholdConfigurations = node.Optional("thresholdConfigurations")?.AsInt32(1, MaxEntries),
            SynapseConfigurations = node.Optional("synapseConfigurations")?.AsInt32(1, MaxEntries),
            FanIn = node.Optional("fanIn")?.AsInt32(1, MaxEntries),
            Destinations = node.Optional("destinations")?.AsInt32(1, MaxEntries),
            OutputCompartments = node.Optional("outputCompartments")?.AsInt32(1, MaxEntries),
            InputChannels = node.Optional("inputChannels")?.AsInt32(1, MaxEntries),
            RecurrentSynapses = node.Optional("recurrentSynapses")?.AsInt32(1, MaxEntries),
        };
        node.RejectUnknownKeys();
        return limits;
    }
}
