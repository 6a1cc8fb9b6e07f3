using Ganglion.ChipSpec.Image;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Learning;

/// <summary>What a core does to learn: it is told who has fired, and changes synapses at the end of learning epochs.</summary>
internal abstract class LearningEngine
{
    /// <summary>Makes the engine of a core.</summary>
    /// <param name="image">The core.</param>
    /// <param name="memory">The core's own copy of its synapse memory, in which weights change.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="recorded">Draws to play back instead; <see langword="null"/> to draw.</param>
    public static LearningEngine Create(CoreImage image, SynapseMemory memory, ulong seed, RecordedDraws? recorded) => recorded is null
        ? new LearningEngine<CounterDraws>(image, memory, seed, new CounterDraws(seed))
        : new LearningEngine<ReplayedDraws>(image, memory, seed, new ReplayedDraws(recorded));

    /// <summary>What has been done so far.</summary>
    public abstract LearningCounts Counts { get; }

    /// <summary>Takes the axons that fired in a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <param name="events">Axons in.</param>
    public abstract void SourcesFired(long timestep, ReadOnlySpan<AxonEvent> events);

    /// <summary>Takes the compartments that fired in a timestep, and learns if it ends an epoch.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <param name="compartments">Compartments.</param>
    public abstract void Learn(long timestep, ReadOnlySpan<int> compartments);

    /// <summary>Forgets traces and what was learned; counts keep their values.</summary>
    public abstract void Reset();

    /// <summary>Shows synapses, traces, and what has arrived in the epoch.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    /// <param name="timestep">The timestep that has just passed.</param>
    public abstract void Visit(IStateVisitor visitor, long timestep);

    /// <summary>The synapses of a plastic projection.</summary>
    /// <param name="projection">Its place among the plastic projections of the core.</param>
    public abstract PlasticSynapses Synapses(int projection);

    /// <summary>A trace, at the end of the last learning epoch.</summary>
    /// <param name="projection">Place among the plastic projections of the core.</param>
    /// <param name="trace">0 to 4 for x1, x2, y1, y2, y3.</param>
    /// <param name="index">Row for x1 and x2, compartment for the others.</param>
    /// <param name="timestep">The timestep that has just passed.</param>
    public abstract int Trace(int projection, int trace, int index, long timestep);
}
