namespace Ganglion.Cores.Tests.Synapses;

/// <summary>Slow, obvious oracle of row delivery: a sum and a count for every timestep and compartment.</summary>
internal sealed class PlainDendrites(RandomRows rows)
{
    private readonly Dictionary<(long Timestep, int Compartment), (int Sum, int Events)> _pending = [];

    public long SynapticEvents { get; private set; }

    public void Deliver(long timestep, IEnumerable<AxonEvent> events)
    {
        foreach ((AxonEvent axonEvent, (int target, int delay, short weight)) in events.SelectMany(one => rows.Synapses[one.Axon].Select(synapse => (one, synapse))))
        {
            (int sum, int count) = _pending.GetValueOrDefault((timestep + 1 + delay, target));
            _pending[(timestep + 1 + delay, target)] = (unchecked(sum + (weight * axonEvent.Payload)), count + 1);
            SynapticEvents++;
        }
    }

    /// <summary>The sum as the chip keeps it, in 16 bits.</summary>
    public short Sum(long timestep, int compartment) => unchecked((short)_pending.GetValueOrDefault((timestep, compartment)).Sum);

    public bool Touched(long timestep, int compartment) => _pending.ContainsKey((timestep, compartment));
}
