using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Learning;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.Synapses;

namespace Ganglion.Cores;

/// <summary>A core whose compartments follow one neuron model.</summary>
/// <typeparam name="TModel">The neuron model; the soma loop is compiled for it.</typeparam>
public sealed class Core<TModel> : Core
    where TModel : struct, INeuronModel<TModel>
{
    private readonly TModel _model;
    private readonly SynapseMemory _memory;
    private readonly RowDelivery _delivery;
    private LearningEngine? _learning;

    /// <summary>Loads a core.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">The image's columns do not fit the model.</exception>
    public Core(CoreImage image)
        : base(image, new CompartmentTable(TModel.Variables, image))
    {
        SynapseMemoryCheck.Check(image.Synapses, image.Compartments);
        _model = TModel.Bind(Table);
        Dendrites = new Dendrites(image.Synapses);
        // Learning changes weights in place, and the image is shared.
        _memory = Learns ? image.Synapses with { Words = [.. image.Synapses.Words], Dense = [.. image.Synapses.Dense] } : image.Synapses;
        _delivery = new RowDelivery(_memory, Dendrites);
    }

    /// <summary>Pending input.</summary>
    public Dendrites Dendrites { get; }

    /// <inheritdoc/>
    public override bool Learns => Image.Plastic.Count > 0;

    private LearningEngine Learning => _learning ??= LearningEngine.Create(Image, _memory, Seed, RecordedDraws);

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
        if (Learns)
        {
            Learning.SourcesFired(timestep, events);
        }
    }

    /// <inheritdoc/>
    public override void Learn(long timestep)
    {
        LearningCounts before = Learning.Counts;
        Learning.Learn(timestep, Spikes);
        LearningCounts after = Learning.Counts;
        Counters.LearningUpdates += after.Updates - before.Updates;
        Counters.WeightWrites += after.WeightWrites - before.WeightWrites;
        Counters.TraceUpdates += after.TraceUpdates - before.TraceUpdates;
    }

    /// <inheritdoc/>
    public override int Weight(int projection, int synapse) => Learning.Synapses(projection).Weights[synapse];

    /// <inheritdoc/>
    public override int Tag(int projection, int synapse) => Learning.Synapses(projection).Tags[synapse];

    /// <inheritdoc/>
    public override int DelayVariable(int projection, int synapse) => Learning.Synapses(projection).Delays[synapse];

    /// <inheritdoc/>
    public override int Trace(int projection, int trace, int index, long timestep) => Learning.Trace(projection, trace, index, timestep);

    /// <inheritdoc/>
    public override int PendingInput(long timestep, int compartment) => TModel.Input(Dendrites.Pending(timestep)[compartment]);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        Dendrites.Clear();
        if (_learning is not null)
        {
            Image.Synapses.Words.CopyTo(_memory.Words, 0);
            Image.Synapses.Dense.CopyTo(_memory.Dense, 0);
            _learning = null;
        }
    }
}
