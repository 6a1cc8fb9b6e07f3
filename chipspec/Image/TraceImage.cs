using Ganglion.ChipSpec.Learning;
using ProtoBuf;

namespace Ganglion.ChipSpec.Image;

/// <summary>How a trace follows spikes: a spike adds to it, and it decays.</summary>
[ProtoContract]
public sealed record TraceImage
{
    /// <summary>What a spike adds, 0 to 127.</summary>
    [ProtoMember(1)]
    public required int Impulse { get; init; }

    /// <summary>Fraction that one timestep keeps, in units of 2^−32; 0 forgets within a timestep.</summary>
    [ProtoMember(2)]
    public required uint Decay { get; init; }

    /// <summary>Whether a third factor drives the trace; only for traces of target neurons.</summary>
    [ProtoMember(3)]
    public ThirdFactorMode ThirdFactor { get; init; }
}
