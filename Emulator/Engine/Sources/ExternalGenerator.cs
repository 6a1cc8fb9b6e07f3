namespace Ganglion.Emulator.Sources;

/// <summary>Fires what is injected while the machine stands still, and what devices send.</summary>
internal sealed class ExternalGenerator : SpikeGenerator
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
