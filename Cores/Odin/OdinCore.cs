using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Odin;

/// <summary>A core of ODIN: up to 256 neurons and all synapses between them, without a clock of its own; events update neurons.</summary>
/// <remarks>
/// <para>
/// A timestep is a tick: the events that are due are taken in the order of their axons, and after each the queue is emptied, first in,
/// first out. A spike of the queue visits all neurons in order: the synapse learns by the flags of the neuron's last update, and the
/// weight from before stimulates the neuron. A neuron that fires is told outside and, with <c>openLoop</c> 0, joins the queue.
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
    ];

    private readonly OdinNeurons _neurons;
    private readonly OdinSynapses _synapses;
    private readonly InputEvents _input;
    private readonly SpikeQueue _queue = new();
    private readonly int[] _inhibitory;
    private readonly int[] _disabled;
    private readonly bool _openLoop;
    private readonly bool _learnOnSingleSynapse;
    private readonly int _queueLimit;
    private readonly bool[] _touched;
    private int _budget;

    /// <summary>Loads a core.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">The image's columns or rows do not fit the chip.</exception>
    public OdinCore(CoreImage image)
        : base(image, Fill(image))
    {
        _neurons = new OdinNeurons(Table);
        _synapses = new OdinSynapses(Table, IsSet("updateUnmapped"), IsSet("propagateUnmapped"));
        _input = new InputEvents(image.Synapses.DelaySlots);
        _inhibitory = Table["inhibitory"];
        _disabled = Table["disabled"];
        _openLoop = IsSet("openLoop");
        _learnOnSingleSynapse = IsSet("learnOnSingleSynapse");
        _queueLimit = Table["queueLimit"][0];
        _touched = new bool[Compartments];
    }

    /// <inheritdoc/>
    public override int PendingTimesteps => Image.Synapses.DelaySlots;

    /// <inheritdoc/>
    public override void Update(long timestep)
    {
        FiredCount = 0;
        _budget = _queueLimit;
        Array.Clear(_touched);

        Drain();
        List<int> axons = _input.Ordered(timestep);
        foreach (int axon in axons)
        {
            Handle(EventOf(axon));
            Drain();
        }

        axons.Clear();
        int active = _touched.AsSpan().Count(true);
        Settled = _queue.Count == 0;
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

    /// <summary>The events that are on their way and name a neuron as source or target: a sum over their bus words.</summary>
    /// <param name="timestep">A timestep at most <see cref="PendingTimesteps"/> ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public override int PendingInput(long timestep, int compartment)
    {
        int sum = 0;
        foreach (int axon in _input.At(timestep))
        {
            OdinEvent word = EventOf(axon);
            sum += word.High == compartment ? word.Word + 1 : 0;
        }

        return sum;
    }

    /// <summary>A neuron's entries of the queue that wait since the last timestep: a sum that depends on their places.</summary>
    /// <param name="timestep">A timestep at most <see cref="PendingTimesteps"/> ahead.</param>
    /// <param name="compartment">Compartment, from 0.</param>
    public override int PendingSecondInput(long timestep, int compartment)
    {
        int sum = 0;
        for (int place = 0; place < _queue.Count; place++)
        {
            sum += (_queue[place] & 0xff) == compartment ? ((_queue[place] >> 8) + 1) * (place + 1) : 0;
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

    private bool IsSet(string column) => Table[column][0] != 0;

    private OdinEvent EventOf(int axon) => new(axon < Compartments ? (axon << 8) | 0x07 : Image.Synapses.Rows[axon].Offset);

    private void Handle(OdinEvent word)
    {
        if (word.IsSingleSynapse)
        {
            Transmit(word.High, word.Low, _learnOnSingleSynapse);
        }
        else if (word.IsTimeReference)
        {
            (int first, int end) = word.IsForOne ? (word.High, word.High + 1) : (0, Compartments);
            for (int neuron = first; neuron < end; neuron++)
            {
                Told(neuron, _neurons.Leak(neuron));
            }
        }
        else if (word.IsBistability)
        {
            (int first, int end) = word.IsForOne ? (word.High, word.High + 1) : (0, Compartments);
            for (int source = first; source < end; source++)
            {
                Separate(source);
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
            for (int target = 0; target < Compartments; target++)
            {
                Transmit(neuron, target, learns: true);
            }
        }
        else
        {
            Counters.SynapticEventsDense++;
            Told(neuron, (synapse & 1) != 0 ? _neurons.Leak(neuron) : _neurons.Stimulate(neuron, synapse >> 2, (synapse & 2) != 0));
        }

        _queue.Pop();
    }

    private void Transmit(int source, int target, bool learns)
    {
        int weight = _synapses.Weight(source, target);
        if (learns)
        {
            _synapses.Learn(source, target, _neurons.IsUp(target), _neurons.IsDown(target));
        }

        Counters.SynapticEventsDense++;
        Told(target, _neurons.Stimulate(target, weight, _inhibitory[source] != 0));
    }

    private void Separate(int source)
    {
        for (int target = 0; target < Compartments; target++)
        {
            _synapses.Separate(source, target);
        }
    }

    /// <summary>Notes an update of a neuron; a spike is told outside and, in a closed loop, joins the queue.</summary>
    private void Told(int neuron, bool fired)
    {
        _touched[neuron] = true;
        if (!fired || _disabled[neuron] != 0)
        {
            return;
        }

        if (FiredCount == FiredCompartments.Length)
        {
            int[] longer = new int[FiredCount * 2];
            FiredCompartments.CopyTo(longer, 0);
            FiredCompartments = longer;
        }

        FiredCompartments[FiredCount++] = neuron;
        if (!_openLoop)
        {
            _queue.Push(neuron);
        }
    }
}
