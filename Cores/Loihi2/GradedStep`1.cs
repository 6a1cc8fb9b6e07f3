using Ganglion.Cores.Loihi2.Lanes;

namespace Ganglion.Cores.Loihi2;

/// <summary>What happened in the update of neighbouring compartments.</summary>
/// <typeparam name="TLanes">How many at a time.</typeparam>
/// <param name="Payload">What their spikes carry, in the lower 32 bits; 0 where none fires.</param>
/// <param name="Changed">Differs from zero in the lower 32 bits where some state differs from before.</param>
public readonly record struct GradedStep<TLanes>(TLanes Payload, TLanes Changed)
    where TLanes : struct, ILanes<TLanes>;
