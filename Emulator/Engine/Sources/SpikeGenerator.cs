using Ganglion.Cores.State;

namespace Ganglion.Emulator.Sources;

/// <summary>Makes the spikes of a source, timestep by timestep.</summary>
internal abstract class SpikeGenerator
{
    private int[] _fired = new int[64];
    private int _count;

    /// <summary>Neurons that fire in the timestep of the last <see cref="Advance"/>; a repeated neuron fires several times.</summary>
    public ReadOnlySpan<int> Fired => _fired.AsSpan(0, _count);

    /// <summary>Moves to a timestep; timesteps come one after the other.</summary>
    /// <param name="timestep">The timestep, from 0.</param>
    public void Advance(long timestep)
    {
        _count = 0;
        Generate(timestep);
    }

    /// <summary>Goes back to the state before the first timestep.</summary>
    public abstract void Reset();

    /// <summary>Shows how far it has come.</summary>
    /// <param name="visitor">Notes it, or puts it back after a <see cref="Reset"/>.</param>
    /// <param name="next">The timestep to come.</param>
    public abstract void Visit(IStateVisitor visitor, long next);

    /// <summary>Fires the neurons of a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    protected abstract void Generate(long timestep);

    /// <summary>Lets a neuron fire.</summary>
    /// <param name="neuron">Neuron of the source, from 0.</param>
    protected void Fire(int neuron)
    {
        if (_count == _fired.Length)
        {
            Array.Resize(ref _fired, 2 * _fired.Length);
        }

        _fired[_count++] = neuron;
    }
}
