using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Odin;

/// <summary>A core of ODIN: up to 256 neurons and all synapses between them, without a clock of its own; events update neurons.</summary>
/// <remarks>
/// <para>
/// A timestep is a tick. In every <c>timeReferencePeriod</c>-th tick, unless it is 0, all neurons get a time reference first. Then the
/// events that are due are taken in the order of their axons, and after each the queue is emptied, first in, first out. A spike of the
/// queue visits all neurons in order: the synapse learns by the flags of the neuron's last update, and the weight from before stimulates
/// the neuron. A neuron that fires is told outside and, with <c>openLoop</c> 0, joins the queue.
/// </para>
/// <para>
/// A spike counts as <c>slots</c> synaptic events, because the chip visits all its neurons, used or not.
/// </para>
/// <para>
/// Axon in i below the number of compartments is a spike of neuron i, and its row holds the 4-bit synapses of that source as weights
/// 0 to 15. Every further axon in is an event of the input bus: its row is empty, and its offset is the 17-bit word. A payload
/// repeats an event, up to 255 times. At most <c>queueLimit</c> entries leave the queue by themselves in a timestep; the rest waits for
/// the next, which bounds the time that a loop of spikes takes.
/// </para>
/// Source: ODIN at 1781931, src/controller.v, src/scheduler.v, src/neuron_core.v.
/// </remarks>
public sealed class OdinCore : Core
{
    /// <summary>Name in images and chip specifications.</summary>
    public const string Model = "odin-lif";

    /// <summary>Neurons that a core can have.</summary>
    public const int LargestCore = 256;

    private const int LargestPayload = 255;

    private static readonly (NeuronVariable Variable, int Largest)[] OwnColumns =
    [
        (new("disabled", IsState: false, Default: 0, Padding: 0), 1),
        (new("inhibitory", IsState: false, Default: 0, Padding: 0), 1),
        (new("openLoop", IsState: false, Default: 0, Padding: 0), 1),
        (new("updateUnmapped", IsState: false, Default: 0, Padding: 0), 1),
        (new("propagateUnmapped", IsState: false, Default: 0, Padding: 0), 1),
        (new("learnOnSingleSynapse", IsState: false, Default: 0, Padding: 0), 1),
        (new("queueLimit", IsState: false, Default: 4096, Padding: 0), 1 << 20),
        (new("timeReferencePeriod", IsState: false, Default: 0, Padding: 0), ushort.MaxValue),
        (new("slots", IsState: false, Default: LargestCore, Padding: 0), LargestCore),
    ];

    private readonly SpikeQueue _queue = new();
    private readonly OdinCrossbar _crossbar;
    private readonly InputEvents _input;
    private readonly bool _learnOnSingleSynapse;
    private readonly int _queueLimit;
    private readonly int _timeReferencePeriod;
    private readonly int _slots;
    private int _budget;

    /// <summary>Loads a core.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">The image's columns or rows do not fit the chip.</exception>
    public OdinCore(CoreImage image)
        : base(image, Fill(image))
    {
        _crossbar = new OdinCrossbar(Table, _queue);
        _input = new InputEvents(image.Synapses.DelaySlots);
        _learnOnSingleSynapse = Table["learnOnSingleSynapse"][0] != 0;
        _queueLimit = Table["queueLimit"][0];
        _timeReferencePeriod = Table["timeReferencePeriod"][0];
        _slots = Table["slots"][0];
    }

    /// <inheritdoc/>
    public override int PendingTimesteps => Image.Synapses.DelaySlots;

    /// <inheritdoc/>
    public override void Update(long timestep)
    {
        _budget = _queueLimit;
        _crossbar.Begin();

        Drain();
        if (_timeReferencePeriod != 0 && timestep % _timeReferencePeriod == 0)
        {
            _crossbar.LeakAll();
            Drain();
        }

        List<int> axons = _input.Ordered(timestep);
        foreach (int axon in axons)
        {
            Handle(EventOf(axon));
            Drain();
        }

        axons.Clear();
        int active = _crossbar.Touched;
        FiredCompartments = _crossbar.Spikes;
        FiredCount = _crossbar.SpikeCount;
        Settled = _queue.Count == 0 && (_timeReferencePeriod == 0 || !_crossbar.IsLeaking());
        SettledActive = 0;
        Counters.CompartmentsActive += active;
        Counters.CompartmentsInactive += Compartments - active;
        Counters.Spikes += FiredCount;
    }

    /// <inheritdoc/>
    public override void Deliver(long timestep, ReadOnlySpan<AxonEvent> events)
    {
        foreach (AxonEvent axonEvent in events)
        {
            _input.Add(timestep + 1 + axonEvent.Delay, axonEvent.Axon, Math.Clamp(axonEvent.Payload, 0, LargestPayload));
        }

        Counters.AxonEvents += events.Length;
        PendingUntil = Math.Max(PendingUntil, timestep + PendingTimesteps);
    }

    /// <summary>The events that are on their way and reach a neuron: a sum over their bus words.</summary>
    /// <param name="timestep">A timestep at most <see cref="PendingTimesteps"/> ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public override int PendingInput(long timestep, int compartment)
    {
        int sum = 0;
        foreach (int axon in _input.At(timestep))
        {
            OdinEvent word = EventOf(axon);
            sum += Reaches(word, compartment) ? word.Word + 1 : 0;
        }

        return sum;
    }

    /// <summary>The entries of the queue that wait since the last timestep and reach a neuron: a sum that depends on their places.</summary>
    /// <param name="timestep">A timestep at most <see cref="PendingTimesteps"/> ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public override int PendingSecondInput(long timestep, int compartment)
    {
        int sum = 0;
        for (int place = 0; place < _queue.Count; place++)
        {
            sum += Reaches(_queue[place], compartment) ? (_queue[place] + 1) * (place + 1) : 0;
        }

        return sum;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _input.Clear();
        _queue.Clear();
    }

    /// <inheritdoc/>
    private protected override void VisitInput(IStateVisitor visitor)
    {
        _input.Visit(visitor, Image.Synapses.Rows.Length);
        _queue.Visit(visitor, Compartments);
    }

    /// <summary>Fills the columns, with the rows of the image as words of the synapse memory.</summary>
    private static CompartmentTable Fill(CoreImage image)
    {
        if (image.Compartments is < 1 or > LargestCore)
        {
            throw new ArgumentException($"A core has 1 to {LargestCore} neurons, not {image.Compartments}.");
        }

        OdinRows.Check(image);
        (NeuronVariable Variable, int Largest)[] columns = [.. OwnColumns, .. OdinNeurons.Columns];
        var table = new CompartmentTable(
            [.. columns.Select(column => column.Variable), .. OdinSynapses.Columns(image.Compartments)],
            image with { Parameters = [.. image.Parameters, .. OdinSynapses.Pack(image)] });
        foreach ((NeuronVariable variable, int largest) in columns)
        {
            if (table[variable.Name].AsSpan(0, image.Compartments).ContainsAnyExceptInRange(0, largest))
            {
                throw new ArgumentException($"Column '{variable.Name}' has a value outside 0 to {largest}.");
            }
        }

        return table;
    }

    private OdinEvent EventOf(int axon) => new(axon < Compartments ? (axon << 8) | 0x07 : Image.Synapses.Rows[axon].Offset);

    private void Handle(OdinEvent word)
    {
        if (word.IsSingleSynapse)
        {
            Counters.SynapticEventsDense++;
            _crossbar.Transmit(word.High, word.Low, _learnOnSingleSynapse);
        }
        else if (word is { IsTimeReference: true, IsForOne: true })
        {
            _crossbar.Leak(word.High);
        }
        else if (word.IsTimeReference)
        {
            _crossbar.LeakAll();
        }
        else if (word.IsBistability)
        {
            (int first, int end) = word.IsForOne ? (word.High, word.High + 1) : (0, Compartments);
            for (int source = first; source < end; source++)
            {
                _crossbar.Separate(source);
            }
        }
        else
        {
            // The chip makes room before it takes an event from outside.
            if (_queue.IsFull)
            {
                HandleNext();
            }

            _queue.Push(word.QueueEntry);
        }
    }

    /// <summary>Handles the queue until it is empty or the timestep's limit is reached.</summary>
    private void Drain()
    {
        for (; _queue.Count > 0 && _budget > 0; _budget--)
        {
            HandleNext();
        }
    }

    private void HandleNext()
    {
        int entry = _queue.Head;
        int neuron = entry & 0xff;
        int synapse = entry >> 8;
        if (synapse == 0)
        {
            Counters.SynapticEventsDense += _slots;
            _crossbar.Visit(neuron);
        }
        else if ((synapse & 1) != 0)
        {
            Counters.SynapticEventsDense++;
            _crossbar.Leak(neuron);
        }
        else
        {
            Counters.SynapticEventsDense++;
            _crossbar.Stimulate(neuron, synapse >> 2, (synapse & 2) != 0);
        }

        _queue.Pop();
    }

    private bool Reaches(OdinEvent word, int neuron) =>
        word.IsSingleSynapse ? word.Low == neuron
        : word.IsTimeReference || word.IsBistability ? !word.IsForOne || word.High == neuron
        : Reaches(word.QueueEntry, neuron);

    private bool Reaches(int queueEntry, int neuron)
    {
        int sender = queueEntry & 0xff;
        return queueEntry >> 8 == 0 ? _crossbar.Joins(sender, neuron) : sender == neuron;
    }
}
