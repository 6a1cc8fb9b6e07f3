using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.Synapses;

namespace Ganglion.Cores;

/// <summary>One core: synapse rows, dendrites and compartments, and what they do in a timestep.</summary>
/// <remarks>
/// A core is used by one thread at a time. In every timestep it is first updated, if <see cref="NeedsUpdate"/> says so, or skipped,
/// and then told which of its axons fired.
/// </remarks>
public abstract class Core
{
    private readonly RowDelivery _delivery;
    private CoreCounters _counters;

    /// <summary>Builds the parts that do not depend on the neuron model.</summary>
    /// <param name="image">What the core holds.</param>
    /// <param name="table">Its compartments.</param>
    private protected Core(CoreImage image, CompartmentTable table)
    {
        SynapseMemoryCheck.Check(image.Synapses, image.Compartments);
        Image = image;
        Table = table;
        Dendrites = new Dendrites(image.Synapses);
        _delivery = new RowDelivery(image.Synapses, Dendrites);
    }

    /// <summary>What the core was loaded from.</summary>
    public CoreImage Image { get; }

    /// <summary>Physical core.</summary>
    public CoreId Id => new(Image.Core);

    /// <summary>Number of compartments.</summary>
    public int Compartments => Image.Compartments;

    /// <summary>Counts of what the core did.</summary>
    public ref CoreCounters Counters => ref _counters;

    /// <summary>Compartments that fired in the last update, ascending; empty after a skip.</summary>
    public ReadOnlySpan<int> Spikes => FiredCompartments.AsSpan(0, FiredCount);

    /// <summary>Parameters and state of the compartments.</summary>
    public CompartmentTable Table { get; }

    /// <summary>Pending input.</summary>
    public Dendrites Dendrites { get; }

    private protected int[] FiredCompartments { get; init; } = [];

    private protected int FiredCount { get; set; }

    /// <summary>Last timestep for which input is pending.</summary>
    private protected long PendingUntil { get; set; }

    /// <summary>Whether an update without input would change nothing.</summary>
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

    /// <summary>Adds the synapse rows of axons that fired to the dendrites.</summary>
    /// <param name="timestep">Timestep in which the spikes were emitted.</param>
    /// <param name="axons">Axons in; a repeated axon fired several times.</param>
    public void Deliver(long timestep, ReadOnlySpan<int> axons)
    {
        _delivery.Deliver(timestep, axons, ref _counters);
        PendingUntil = Math.Max(PendingUntil, timestep + Dendrites.Slots);
    }

    /// <summary>The input of a compartment that is pending for a timestep, as the neuron model will see it.</summary>
    /// <param name="timestep">A timestep less than the number of delay slots ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public abstract int PendingInput(long timestep, int compartment);

    /// <summary>Sets state and pending input back to what the image gives; counters keep their values.</summary>
    public void Reset()
    {
        Table.Reset();
        Dendrites.Clear();
        FiredCount = 0;
        PendingUntil = 0;
        Settled = false;
    }
}
