using System.Numerics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.State;
using Ganglion.Cores.Synapses;

namespace Ganglion.Cores.Loihi2;

/// <summary>A core whose spikes carry integers.</summary>
/// <typeparam name="TModel">The neuron model; the soma loop is compiled for it.</typeparam>
/// <typeparam name="TLanes">How many compartments the soma loop updates at a time; never changes the result.</typeparam>
/// <remarks>
/// <code>
/// input = shift(Σ weight · payload, weightExponent)     the sum wraps at 32 bits; a negative exponent rounds towards −∞
/// </code>
/// The exponent acts on the sum, once, unlike on Loihi 1, where every weight is shifted. A payload is clipped to payloadBits, and 1 with
/// payloadBits = 0. A payload of 0 is no spike.
/// </remarks>
public sealed class GradedCore<TModel, TLanes> : Core
    where TModel : struct, IGradedModel<TModel>
    where TLanes : struct, ILanes<TLanes>
{
    private const string Exponent = "weightExponent";
    private const string SecondExponent = "secondWeightExponent";
    private const string PayloadBits = "payloadBits";
    private const string Payload = "s";
    private const int LargestExponent = 31;
    private const long Register = uint.MaxValue;

    private readonly TModel _model;
    private readonly GradedDendrites _dendrites;
    private readonly GradedInputs _first;
    private readonly GradedInputs _second;
    private readonly GradedPayloads _clip;
    private readonly int[] _payload;
    private readonly int[] _payloads;

    /// <summary>Loads a core.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">The image's columns or synapses do not fit the model.</exception>
    public GradedCore(CoreImage image)
        : base(image, new CompartmentTable(Columns, image))
    {
        SynapseMemoryCheck.Check(image.Synapses, image.Compartments);
        if (image.Synapses.Receptors != TModel.Ports || image.Synapses.DelaySlots < TModel.Ports)
        {
            throw new ArgumentException($"The model '{TModel.Name}' has {TModel.Ports} inputs; the synapses are for {image.Synapses.Receptors}.");
        }

        _model = TModel.Bind(Table);
        _dendrites = new GradedDendrites(Memory, TModel.Ports);
        _first = new GradedInputs(Bounded(Exponent, -LargestExponent, LargestExponent));
        _second = TModel.Ports == 1 ? _first : new GradedInputs(Bounded(SecondExponent, -LargestExponent, LargestExponent));
        _clip = new GradedPayloads(Bounded(PayloadBits, 0, 32));
        _payload = Table[Payload];
        _payloads = new int[Table.PaddedCompartments];
    }

    /// <summary>The model's columns, the exponents of the dendrites, the width of payloads, and the payload of the last spike for probes.</summary>
    private static IReadOnlyList<NeuronVariable> Columns { get; } =
    [
        new(Exponent, IsState: false, Default: 0, Padding: 0),
        .. TModel.Ports == 1 ? [] : (NeuronVariable[])[new(SecondExponent, IsState: false, Default: 0, Padding: 0)],
        new(PayloadBits, IsState: false, Default: 32, Padding: 32),
        .. TModel.Variables,
        new(Payload, IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Payloads => _payloads.AsSpan(0, FiredCount);

    /// <inheritdoc/>
    public override int PendingTimesteps => _dendrites.Slots;

    /// <inheritdoc/>
    public override void Update(long timestep)
    {
        TModel model = _model;
        Span<int> sums = _dendrites.Sums(timestep);
        Span<int> received = _dendrites.Received(timestep);
        int updates = 0;
        int active = 0;
        FiredCount = 0;
        for (int first = 0; first < Table.PaddedCompartments; first += TLanes.Count)
        {
            TLanes reached = TLanes.Load(received, first);
            updates += BitOperations.PopCount(reached.NonZero());
            TLanes second = default;
            if (TModel.Ports > 1)
            {
                TLanes reachedSecond = TLanes.Load(received[_dendrites.PortStride..], first);
                updates += BitOperations.PopCount(reachedSecond.NonZero());
                reached |= reachedSecond;
                second = _second.Of<TLanes>(sums[_dendrites.PortStride..], first);
            }

            GradedStep<TLanes> step = model.Step(first, _first.Of<TLanes>(sums, first), second);
            TLanes payload = _clip.Clip(step.Payload, first);
            payload.Store(_payload, first);
            active += BitOperations.PopCount((payload | reached | (step.Changed & TLanes.Of(Register))).NonZero());
            Fire(first, payload.NonZero());
        }

        sums.Clear();
        received.Clear();
        Settled = active == 0;
        SettledActive = 0;
        Counters.DendriteUpdates += updates;
        Counters.CompartmentsActive += active;
        Counters.CompartmentsInactive += Compartments - active;
        Counters.Spikes += FiredCount;
    }

    /// <inheritdoc/>
    public override void Deliver(long timestep, ReadOnlySpan<AxonEvent> events)
    {
        foreach (AxonEvent axonEvent in events)
        {
            SynapseRow row = _dendrites.Add(timestep, axonEvent);
            switch (row.Encoding)
            {
                case RowForm.Dense:
                    Counters.SynapticEventsDense += row.Length;
                    break;
                case RowForm.Shared:
                    Counters.SynapticEventsShared += row.Length;
                    break;
                default:
                    Counters.SynapticEventsSparse += row.Length;
                    break;
            }
        }

        Counters.AxonEvents += events.Length;
        PendingUntil = Math.Max(PendingUntil, timestep + _dendrites.Slots);
        NoteSources(timestep, events);
    }

    /// <inheritdoc/>
    public override int PendingInput(long timestep, int compartment) => _dendrites.Sums(timestep)[compartment];

    /// <inheritdoc/>
    public override int PendingSecondInput(long timestep, int compartment) =>
        TModel.Ports == 1 ? 0 : _dendrites.Sums(timestep)[compartment + _dendrites.PortStride];

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _dendrites.Clear();
    }

    /// <inheritdoc/>
    private protected override void VisitInput(IStateVisitor visitor) => _dendrites.Visit(visitor, Compartments);

    private void Fire(int first, uint fired)
    {
        for (; fired != 0; fired &= fired - 1)
        {
            int compartment = first + BitOperations.TrailingZeroCount(fired);
            FiredCompartments[FiredCount] = compartment;
            _payloads[FiredCount++] = _payload[compartment];
        }
    }

    private int[] Bounded(string column, int min, int max) => Table[column].All(value => value >= min && value <= max)
        ? Table[column]
        : throw new ArgumentException($"Column '{column}' has a value outside {min} to {max}.");
}
