using Ganglion.ChipSpec.Randomness;
using Ganglion.Emulator.Devices.Ports;

namespace Ganglion.Emulator.Faults;

/// <summary>What happens to the packets of a port, and to its client.</summary>
/// <remarks>Draws are keyed by fault and number of the packet. Used under the lock of the port.</remarks>
internal sealed class PortFaults
{
    private readonly (Fault Fault, int Index)[] _faults;
    private readonly CounterRandom _random;
    private readonly long[] _touched;
    private PortSpike[]? _heldBack;
    private long _packets;

    private PortFaults((Fault, int)[] faults, CounterRandom random, long[] touched) => (_faults, _random, _touched) = (faults, random, touched);

    /// <summary>The faults of a port; <see langword="null"/> when it has none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="port">Name of the port.</param>
    /// <param name="touched">Counts what each fault of the plan touches.</param>
    public static PortFaults? Of(FaultPlan plan, string port, long[] touched)
    {
        (Fault, int)[] faults =
        [
            .. plan.Faults.Index().Where(fault => fault.Item.Kind is FaultKind.PacketLoss or FaultKind.PacketDuplication or FaultKind.PacketDelay
                    or FaultKind.PacketReordering or FaultKind.StalledClient or FaultKind.VanishedClient)
                .Where(fault => fault.Item.Port.Length == 0 || fault.Item.Port == port)
                .Select(fault => (fault.Item, fault.Index)),
        ];
        return faults.Length == 0 ? null : new PortFaults(faults, new CounterRandom(plan.Seed, RandomPurpose.Fault), touched);
    }

    /// <summary>Whether the client does nothing in a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    public bool IsSilent(long timestep)
    {
        foreach ((Fault fault, int index) in _faults)
        {
            if (fault.Kind is FaultKind.StalledClient or FaultKind.VanishedClient && fault.ActsIn(timestep))
            {
                Interlocked.Increment(ref _touched[index]);
                return true;
            }
        }

        return false;
    }

    /// <summary>What arrives of a packet, in the order in which it does.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="timestep">The next timestep that begins.</param>
    public IReadOnlyList<PortSpike[]> Arriving(ReadOnlySpan<PortSpike> packet, long timestep)
    {
        List<PortSpike[]> arriving = [packet.ToArray()];
        bool isHeldBack = false;
        foreach ((Fault fault, int index) in _faults)
        {
            if (!fault.ActsIn(timestep) || arriving.Count == 0 || !Strikes(fault, index))
            {
                continue;
            }

            switch (fault.Kind)
            {
                case FaultKind.PacketLoss or FaultKind.VanishedClient:
                    arriving.Clear();
                    break;
                case FaultKind.PacketDuplication:
                    arriving.Add(arriving[0]);
                    break;
                case FaultKind.PacketDelay:
                    arriving = [.. arriving.Select(late => Array.ConvertAll(late, spike => spike with { Timestep = Math.Max(spike.Timestep, timestep) + fault.Timesteps }))];
                    break;
                case FaultKind.PacketReordering:
                    isHeldBack = true;
                    break;
                default:
                    continue;
            }

            Interlocked.Increment(ref _touched[index]);
        }

        _packets++;
        return Reorder(arriving, isHeldBack);
    }

    private List<PortSpike[]> Reorder(List<PortSpike[]> arriving, bool isHeldBack)
    {
        if (isHeldBack && _heldBack is null && arriving.Count > 0)
        {
            _heldBack = arriving[0];
            arriving.RemoveAt(0);
        }
        else if (_heldBack is not null)
        {
            arriving.Add(_heldBack);
            _heldBack = null;
        }

        return arriving;
    }

    private bool Strikes(Fault fault, int index) => _random.DrawUnit((ulong)(uint)index, _packets) < fault.Probability;
}
