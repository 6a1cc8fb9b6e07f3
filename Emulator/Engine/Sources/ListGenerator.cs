using Ganglion.Cores.State;

namespace Ganglion.Emulator.Sources;

/// <summary>Fires a fixed list of spikes.</summary>
/// <param name="timesteps">Timestep of every spike, ascending.</param>
/// <param name="neurons">Neuron of every spike.</param>
internal sealed class ListGenerator(long[] timesteps, int[] neurons) : SpikeGenerator
{
    private int _next;

    public override void Reset() => _next = 0;

    public override void Visit(IStateVisitor visitor, long next) => _next = visitor.Visit("next spike", _next, 0, timesteps.Length);

    protected override void Generate(long timestep)
    {
        while (_next < timesteps.Length && timesteps[_next] <= timestep)
        {
            if (timesteps[_next] == timestep)
            {
                Fire(neurons[_next]);
            }

            _next++;
        }
    }
}
