using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Randomness;
using Ganglion.ChipSpec.Spec;
using Ganglion.Cores.State;
using Ganglion.Emulator.Loop;
using Ganglion.Emulator.Snapshots;

namespace Ganglion.Emulator.Faults;

/// <summary>The faults of cores, neurons, links and address events, as the event loop asks for them.</summary>
/// <remarks>Used by all workers at once. Draws are keyed by fault, place and timestep, so they are the same for any number of workers.</remarks>
internal sealed class ChipFaults : IResumable
{
    private const int AxonBits = 16;

    private readonly FaultPlan _plan;
    private readonly ChipImage _image;
    private readonly Mesh _mesh;
    private readonly CounterRandom _random;
    private readonly long[] _deadFrom;
    private readonly NeuronFaults?[] _neurons;
    private readonly int[] _eventFaults;
    private readonly long[] _touched;

    /// <summary>Finds the places of a plan's faults on a machine.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="image">The machine's image.</param>
    /// <param name="mesh">Mesh of the chip.</param>
    /// <exception cref="InvalidInputException">A fault names a part that the machine does not have.</exception>
    public ChipFaults(FaultPlan plan, ChipImage image, Mesh mesh)
    {
        FaultPlaces.Check(plan, image, mesh);
        (_plan, _image, _mesh) = (plan, image, mesh);
        _random = new CounterRandom(plan.Seed, RandomPurpose.Fault);
        _touched = new long[plan.Faults.Count];
        _deadFrom = new long[image.Cores.Count];
        Array.Fill(_deadFrom, long.MaxValue);
        _neurons = new NeuronFaults?[image.Cores.Count];
        for (int core = 0; core < _deadFrom.Length; core++)
        {
            foreach (Fault fault in plan.Faults.Where(fault => fault.Kind == FaultKind.DeadCore && fault.Core!.Value.Value == image.Cores[core].Core))
            {
                _deadFrom[core] = Math.Min(_deadFrom[core], fault.From);
            }

            _neurons[core] = NeuronFaults.Of(plan, _random, image, image.Cores[core]);
        }

        _eventFaults = [.. plan.Faults.Index().Where(fault => fault.Item.Kind is FaultKind.DeadLink or FaultKind.EventBitFlip or FaultKind.EventLoss).Select(fault => fault.Index)];
    }

    /// <inheritdoc/>
    public string Name => "counts of faults";

    /// <summary>The plan.</summary>
    public FaultPlan Plan => _plan;

    /// <summary>What each fault of the plan has touched; counted up by whoever applies it.</summary>
    public long[] Counts => _touched;

    /// <summary>What each fault of the plan has touched, with its unit.</summary>
    public IReadOnlyList<FaultCount> Report() =>
        [.. _plan.Faults.Select((fault, index) => new FaultCount(fault, Interlocked.Read(ref _touched[index]), FaultUnits.Of(fault.Kind)))];

    /// <summary>Whether a core is dead.</summary>
    /// <param name="core">Core, as index into the image's cores.</param>
    /// <param name="timestep">The timestep.</param>
    public bool IsDead(int core, long timestep) => timestep >= _deadFrom[core];

    /// <summary>Counts a timestep in which a dead core would have been updated.</summary>
    /// <param name="core">Core, as index into the image's cores.</param>
    public void CountDead(int core) => Interlocked.Increment(ref _touched[FindDeadCore(core)]);

    /// <summary>Speed of a paced session's clock, by all clock skews of the plan, which count as touched.</summary>
    public double SkewClock()
    {
        for (int fault = 0; fault < _plan.Faults.Count; fault++)
        {
            _touched[fault] += _plan.Faults[fault].Kind == FaultKind.ClockSkew ? 1 : 0;
        }

        return _plan.ClockSpeed;
    }

    /// <summary>Changes the spikes of a core.</summary>
    /// <param name="core">Core, as index into the image's cores.</param>
    /// <param name="timestep">The timestep.</param>
    /// <param name="spikes">Compartments that fired.</param>
    /// <param name="payloads">Their payloads; empty when all are 1.</param>
    public void ChangeSpikes(int core, long timestep, ref ReadOnlySpan<int> spikes, ref ReadOnlySpan<int> payloads)
    {
        if (timestep < _deadFrom[core])
        {
            _neurons[core]?.Change(timestep, ref spikes, ref payloads, _touched);
        }
    }

    /// <summary>Whether a message arrives; the axon that it names may change.</summary>
    /// <param name="sender">Sending core, as index into the image's cores; −1 for a source.</param>
    /// <param name="neuron">Compartment or source neuron that sends.</param>
    /// <param name="entry">Where the message goes.</param>
    /// <param name="timestep">The timestep.</param>
    public bool Arrives(int sender, int neuron, ref FanOutEntry entry, long timestep)
    {
        foreach (int index in _eventFaults)
        {
            Fault fault = _plan.Faults[index];
            if (!fault.ActsIn(timestep))
            {
                continue;
            }

            bool strikes = fault.Kind == FaultKind.DeadLink
                ? sender >= 0 && LinkUse.Uses(_mesh, TileOf(sender), TileOf(entry.Core), fault.Tiles)
                : Concerns(fault, entry.Core) && _random.DrawUnit(KeyOf(index, sender, neuron, in entry), timestep) < fault.Probability;
            if (!strikes)
            {
                continue;
            }

            Interlocked.Increment(ref _touched[index]);
            if (fault.Kind != FaultKind.EventBitFlip || !Flip(ref entry, _random.Draw(~KeyOf(index, sender, neuron, in entry), timestep)))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor) => visitor.Visit("touched", _touched.AsSpan(), 0, long.MaxValue);

    private static ulong KeyOf(int fault, int sender, int neuron, in FanOutEntry entry) =>
        ((ulong)(uint)fault << 48) ^ ((ulong)(uint)(sender + 1) << 32) ^ ((ulong)(uint)neuron << 16) ^ ((ulong)(uint)entry.Core << 8) ^ (uint)entry.Axon;

    private bool Concerns(Fault fault, int destination) => fault.Core is not { } core || core.Value == _image.Cores[destination].Core;

    /// <summary>Flips a bit of the axon, of as many as the core's axons need; whether such an axon exists.</summary>
    private bool Flip(ref FanOutEntry entry, uint draw)
    {
        int axons = _image.Cores[entry.Core].Synapses.Rows.Length;
        int bits = Math.Clamp(System.Numerics.BitOperations.Log2((uint)Math.Max(1, axons - 1)) + 1, 1, AxonBits);
        entry = entry with { Axon = entry.Axon ^ (1 << (int)(draw % (uint)bits)) };
        return entry.Axon < axons;
    }

    private int FindDeadCore(int core)
    {
        for (int fault = 0; fault < _plan.Faults.Count; fault++)
        {
            if (_plan.Faults[fault] is { Kind: FaultKind.DeadCore } dead && dead.Core!.Value.Value == _image.Cores[core].Core && dead.From == _deadFrom[core])
            {
                return fault;
            }
        }

        throw new InvalidOperationException("A dead core without its fault.");
    }

    private int TileOf(int core) => _mesh.TileOf(new CoreId(_image.Cores[core].Core));
}
