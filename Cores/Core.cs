using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;
using Ganglion.Cores.Learning;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.State;

namespace Ganglion.Cores;

/// <summary>One core: synapses, dendrites and compartments, and what they do in a timestep.</summary>
/// <remarks>
/// A core is used by one thread at a time. In every timestep it is first updated, if <see cref="NeedsUpdate"/> says so, or skipped,
/// and then told which of its axons fired.
/// </remarks>
public abstract class Core
{
    /// <summary>No run counts as far as this; beyond it, counts would overflow.</summary>
    private const long LargestCount = 1L << 60;

    private CoreCounters _counters;
    private LearningEngine? _learning;
    private readonly PlasticProjectionImage[] _plastic;

    /// <summary>Builds what all cores have.</summary>
    /// <param name="image">What the core holds.</param>
    /// <param name="table">Its compartments.</param>
    private protected Core(CoreImage image, CompartmentTable table)
    {
        Image = image;
        _plastic = [.. image.Plastic];
        Table = table;
        FiredCompartments = new int[table.PaddedCompartments];
        Memory = Learns ? PlasticMemory.Copy(image.Synapses, image.Plastic) : image.Synapses;
    }

    /// <summary>What the core was loaded from.</summary>
    public CoreImage Image { get; }

    /// <summary>Physical core.</summary>
    public CoreId Id => new(Image.Core);

    /// <summary>Number of compartments.</summary>
    public int Compartments => Image.Compartments;

    /// <summary>Counts of what the core did.</summary>
    public ref CoreCounters Counters => ref _counters;

    /// <summary>Compartments that fired in the last update, in the order in which they are told; empty after a skip.</summary>
    public ReadOnlySpan<int> Spikes => FiredCompartments.AsSpan(0, FiredCount);

    /// <summary>Payload of each of <see cref="Spikes"/>; empty when all of them are 1.</summary>
    public virtual ReadOnlySpan<int> Payloads => [];

    /// <summary>Parameters and state of the compartments.</summary>
    public CompartmentTable Table { get; }

    /// <summary>Timesteps ahead for which input can be pending.</summary>
    public abstract int PendingTimesteps { get; }

    /// <summary>Seed of the core's random draws; set before the first timestep.</summary>
    public ulong Seed { get; set; }

    /// <summary>Draws for learning that are played back instead of drawn; set before the first timestep.</summary>
    public RecordedDraws? RecordedDraws { get; set; }

    /// <summary>Whether <see cref="Learn"/> has anything to do.</summary>
    public bool Learns => Image.Plastic.Count > 0;

    /// <summary>The core's synapses; its own copy where learning changes them.</summary>
    private protected SynapseMemory Memory { get; }

    private LearningEngine Learning => _learning ??= LearningEngine.Create(Image with { Plastic = _plastic }, Memory, Seed, RecordedDraws);

    private protected int[] FiredCompartments { get; set; }

    private protected int FiredCount { get; set; }

    /// <summary>Last timestep for which input is pending.</summary>
    private protected long PendingUntil { get; set; }

    /// <summary>Whether an update without input would change nothing and fire nothing.</summary>
    private protected bool Settled { get; set; }

    /// <summary>Active compartments of an update that changes nothing.</summary>
    private protected int SettledActive { get; set; }

    /// <summary>Whether the core has input or unsettled state in a timestep; otherwise it may be skipped.</summary>
    /// <param name="timestep">The timestep to come.</param>
    public bool NeedsUpdate(long timestep) => !Settled || timestep <= PendingUntil;

    /// <summary>Integrates, leaks, fires and resets every compartment; fills <see cref="Spikes"/>.</summary>
    /// <param name="timestep">The timestep.</param>
    public abstract void Update(long timestep);

    /// <summary>Passes a timestep in which nothing changes; only counts it.</summary>
    public void Skip()
    {
        FiredCount = 0;
        _counters.CompartmentsActive += SettledActive;
        _counters.CompartmentsInactive += Compartments - SettledActive;
    }

    /// <summary>Takes the axons that fired in a timestep; they act in later ones.</summary>
    /// <param name="timestep">Timestep in which the spikes were emitted.</param>
    /// <param name="events">Axons in; a repeated axon fired several times. The order carries no meaning.</param>
    public abstract void Deliver(long timestep, ReadOnlySpan<AxonEvent> events);

    /// <summary>Ends a timestep for the learning engine, after <see cref="Deliver"/>; synapses change at the end of learning epochs.</summary>
    /// <param name="timestep">The timestep.</param>
    public void Learn(long timestep)
    {
        LearningCounts before = Learning.Counts;
        Learning.Learn(timestep, Spikes);
        CountSince(before);
    }

    /// <summary>A variable of all synapses of a plastic projection, in the order of the image.</summary>
    /// <param name="projection">Its place among the plastic projections of the core.</param>
    /// <param name="variable">The variable.</param>
    public ReadOnlySpan<short> PlasticVariable(int projection, RuleTarget variable)
    {
        PlasticSynapses synapses = Learning.Synapses(projection);
        return synapses.Read(variable).AsSpan(0, synapses.Count);
    }

    /// <summary>Sets the synapses of a plastic projection before the first timestep; <see cref="Reset"/> comes back to them.</summary>
    /// <param name="projection">Its place among the plastic projections of the core.</param>
    /// <param name="weights">Weights in the order of the image, within the range of the projection.</param>
    /// <param name="tags">Tags, −257 to 255; empty when all are 0.</param>
    /// <param name="delays">Delay variables, 0 to 255; empty when all are 0.</param>
    public void LoadPlastic(int projection, short[] weights, short[] tags, short[] delays)
    {
        _plastic[projection] = _plastic[projection] with { Weights = weights, Tags = tags, Delays = delays };
        PlasticContributions.Write(Memory, _plastic[projection]);
        _learning = null;
    }

    /// <summary>A trace at the end of the last learning epoch, 0 to 127.</summary>
    /// <param name="projection">Place among the plastic projections of the core.</param>
    /// <param name="trace">0 to 4 for x1, x2, y1, y2, y3.</param>
    /// <param name="index">Row for x1 and x2, compartment for the others.</param>
    /// <param name="timestep">The timestep that has just passed.</param>
    public int Trace(int projection, int trace, int index, long timestep) => Learning.Trace(projection, trace, index, timestep);

    /// <summary>The input of a compartment that is pending for a timestep, as the neuron model will see it.</summary>
    /// <param name="timestep">A timestep at most <see cref="PendingTimesteps"/> ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public abstract int PendingInput(long timestep, int compartment);

    /// <summary>The pending input of a compartment's second port; 0 for models with one port.</summary>
    /// <param name="timestep">A timestep at most <see cref="PendingTimesteps"/> ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public virtual int PendingSecondInput(long timestep, int compartment) => 0;

    /// <summary>Sets state and pending input back to what the image or <see cref="LoadPlastic"/> gives; counters keep their values.</summary>
    public virtual void Reset()
    {
        Table.Reset();
        FiredCount = 0;
        PendingUntil = 0;
        Settled = false;
        if (_learning is not null)
        {
            Array.ForEach(_plastic, plastic => PlasticContributions.Write(Memory, plastic));
            _learning.Reset();
        }
    }

    /// <summary>Shows all state that outlives a timestep: compartments, pending input, what was learned, and counters.</summary>
    /// <param name="visitor">Notes it; or puts it back into a core of the same image and seed that has been <see cref="Reset"/>.</param>
    /// <param name="timestep">The timestep that has just passed.</param>
    public void Visit(IStateVisitor visitor, long timestep)
    {
        visitor.Visit("counters", MemoryMarshal.Cast<CoreCounters, long>(new Span<CoreCounters>(ref _counters)), 0, LargestCount);
        PendingUntil = visitor.Visit("last timestep with input", PendingUntil, 0, long.MaxValue);
        Settled = visitor.Visit("settled", Settled);
        SettledActive = visitor.Visit("active when settled", SettledActive, 0, Compartments);
        Table.Visit(visitor);
        VisitInput(visitor);
        if (Learns)
        {
            Learning.Visit(visitor, timestep);
        }
    }

    /// <summary>Shows the input that is pending.</summary>
    /// <param name="visitor">Notes it or puts it back.</param>
    private protected abstract void VisitInput(IStateVisitor visitor);

    /// <summary>Tells the learning engine which axons fired, if there is one.</summary>
    private protected void NoteSources(long timestep, ReadOnlySpan<AxonEvent> events)
    {
        if (Learns)
        {
            LearningCounts before = Learning.Counts;
            Learning.SourcesFired(timestep, events);
            CountSince(before);
        }
    }

    private void CountSince(LearningCounts before)
    {
        LearningCounts after = Learning.Counts;
        _counters.LearningUpdates += after.Updates - before.Updates;
        _counters.WeightWrites += after.WeightWrites - before.WeightWrites;
        _counters.TraceUpdates += after.TraceUpdates - before.TraceUpdates;
    }
}
