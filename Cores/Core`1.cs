using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.State;
using Ganglion.Cores.Synapses;

namespace Ganglion.Cores;

/// <summary>A core whose compartments follow one neuron model.</summary>
/// <typeparam name="TModel">The neuron model; the soma loop is compiled for it.</typeparam>
public sealed class Core<TModel> : Core
    where TModel : struct, INeuronModel<TModel>
{
    private readonly TModel _model;
    private readonly RowDelivery _delivery;

    /// <summary>Loads a core.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">The image's columns do not fit the model.</exception>
    public Core(CoreImage image)
        : base(image, new CompartmentTable(TModel.Variables, image))
    {
        SynapseMemoryCheck.Check(image.Synapses, image.Compartments);
        _model = TModel.Bind(Table);
        Dendrites = new Dendrites(image.Synapses);
        _delivery = new RowDelivery(Memory, Dendrites);
    }

    /// <summary>Pending input.</summary>
    public Dendrites Dendrites { get; }

    /// <inheritdoc/>
    public override int PendingTimesteps => Dendrites.Slots;

    /// <inheritdoc/>
    public override void Update(long timestep)
    {
        TModel model = _model;
        int[] fired = FiredCompartments;
        int firedCount = 0;
        int active = 0;
        int dendriteUpdates = 0;
        SomaLanes lanes = default;
        ref int slot = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Dendrites.Accumulators), Dendrites.SlotOf(timestep));
        for (int first = 0; first < Table.PaddedCompartments; first += CompartmentTable.Lanes)
        {
            ref int accumulator = ref Unsafe.Add(ref slot, first);
            Vector256<int> input = Vector256.LoadUnsafe(ref accumulator);
            Vector256<int>.Zero.StoreUnsafe(ref accumulator);

            model.Step(first, input, ref lanes);

            active += BitOperations.PopCount(lanes.Active);
            dendriteUpdates += CompartmentTable.Lanes - BitOperations.PopCount(Vector256.Equals(input, Vector256<int>.Zero).ExtractMostSignificantBits());
            for (uint spiked = lanes.Spiked; spiked != 0; spiked &= spiked - 1)
            {
                fired[firedCount++] = first + BitOperations.TrailingZeroCount(spiked);
            }
        }

        FiredCount = firedCount;
        // A compartment that fires may look the same afterwards, and fires again.
        Settled = dendriteUpdates == 0 && firedCount == 0 && lanes.Changed == Vector256<int>.Zero;
        SettledActive = active;
        Counters.DendriteUpdates += dendriteUpdates;
        Counters.CompartmentsActive += active;
        Counters.CompartmentsInactive += Compartments - active;
        Counters.Spikes += firedCount;
    }

    /// <inheritdoc/>
    public override void Deliver(long timestep, ReadOnlySpan<AxonEvent> events)
    {
        _delivery.Deliver(timestep, events, ref Counters);
        PendingUntil = Math.Max(PendingUntil, timestep + Dendrites.Slots);
        NoteSources(timestep, events);
    }

    /// <inheritdoc/>
    public override int PendingInput(long timestep, int compartment) => TModel.Input(Dendrites.Pending(timestep)[compartment]);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        Dendrites.Clear();
    }

    /// <inheritdoc/>
    private protected override void VisitInput(IStateVisitor visitor) => Dendrites.Visit(visitor, Compartments);
}
