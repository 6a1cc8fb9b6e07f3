using Ganglion.Cores.State;

namespace Ganglion.Emulator.Sources;

/// <summary>Fires what is injected while the machine stands still, and what devices send.</summary>
/// <param name="count">Number of neurons.</param>
internal sealed class ExternalGenerator(int count) : SpikeGenerator
{
    private readonly PriorityQueue<int, (long Timestep, int Neuron)> _pending = new();
    private readonly List<int> _next = [];

    /// <summary>Adds spikes of one timestep.</summary>
    /// <param name="timestep">Timestep that has not run yet.</param>
    /// <param name="neurons">Neurons that fire; a repeated neuron fires several times.</param>
    public void Inject(long timestep, ReadOnlySpan<int> neurons)
    {
        foreach (int neuron in neurons)
        {
            _pending.Enqueue(neuron, (timestep, neuron));
        }
    }

    /// <summary>Adds spikes of the timestep that is about to be generated.</summary>
    /// <param name="neurons">Neurons that fire; a repeated neuron fires several times.</param>
    public void FireNext(ReadOnlySpan<int> neurons) => _next.AddRange(neurons);

    public override void Reset()
    {
        _pending.Clear();
        _next.Clear();
    }

    public override void Visit(IStateVisitor visitor, long next)
    {
        (long Timestep, int Neuron)[] pending = [.. _pending.UnorderedItems.Select(item => item.Priority).Order()];
        List<long> timesteps = [.. pending.Select(spike => spike.Timestep)];
        visitor.Visit("timesteps of injected spikes", timesteps, next, long.MaxValue);
        int[] neurons = new int[timesteps.Count];
        pending.Select(spike => spike.Neuron).Take(neurons.Length).ToArray().CopyTo(neurons, 0);
        visitor.Visit("injected spikes", neurons.AsSpan(), 0, count - 1);
        _pending.Clear();
        _pending.EnqueueRange(neurons.Zip(timesteps, (neuron, timestep) => (neuron, (timestep, neuron))));
    }

    protected override void Generate(long timestep)
    {
        while (_pending.TryPeek(out int neuron, out (long Timestep, int Neuron) key) && key.Timestep <= timestep)
        {
            _pending.Dequeue();
            Fire(neuron);
        }

        foreach (int neuron in _next)
        {
            Fire(neuron);
        }

        _next.Clear();
    }
}
