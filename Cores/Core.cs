using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores;

/// <summary>One core: synapses, dendrites and compartments, and what they do in a timestep.</summary>
/// <remarks>
/// A core is used by one thread at a time. In every timestep it is first updated, if <see cref="NeedsUpdate"/> says so, or skipped,
/// and then told which of its axons fired.
/// </remarks>
public abstract class Core
{
    private CoreCounters _counters;

    /// <summary>Builds what all cores have.</summary>
    /// <param name="image">What the core holds.</param>
    /// <param name="table">Its compartments.</param>
    private protected Core(CoreImage image, CompartmentTable table)
    {
        Image = image;
        Table = table;
        FiredCompartments = new int[table.PaddedCompartments];
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

    /// <summary>The input of a compartment that is pending for a timestep, as the neuron model will see it.</summary>
    /// <param name="timestep">A timestep at most <see cref="PendingTimesteps"/> ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public abstract int PendingInput(long timestep, int compartment);

    /// <summary>The pending input of a compartment's second port; 0 for models with one port.</summary>
    /// <param name="timestep">A timestep at most <see cref="PendingTimesteps"/> ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public virtual int PendingSecondInput(long timestep, int compartment) => 0;

    /// <summary>Sets state and pending input back to what the image gives; counters keep their values.</summary>
    public virtual void Reset()
    {
        Table.Reset();
        FiredCount = 0;
        PendingUntil = 0;
        Settled = false;
    }
}
