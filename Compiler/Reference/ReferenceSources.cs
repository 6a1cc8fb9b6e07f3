using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reference;

/// <summary>Fires the spikes of a source population.</summary>
internal sealed class ReferenceSources : IReferencePopulation
{
    private readonly int _count;
    private readonly ulong _firstId;
    private readonly CounterRandom _random;
    private readonly PoissonSource? _poisson;
    private readonly ListSource? _list;
    private readonly Dictionary<long, List<int>> _due = [];
    private readonly List<int> _fired = [];

    public ReferenceSources(SourcePopulation population, ulong seed, ulong firstId)
    {
        _count = population.Count;
        _firstId = firstId;
        _random = new CounterRandom(seed, RandomPurpose.Source);
        _poisson = population.Source as PoissonSource;
        _list = population.Source as ListSource;
        Reset();
    }

    public ReadOnlySpan<int> Spikes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_fired);

    public void Feed(ListSource spikes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(spikes.Neurons.Count, spikes.Timesteps.Count);
        for (int s = 0; s < spikes.Neurons.Count; s++)
        {
            int neuron = spikes.Neurons[s];
            ArgumentOutOfRangeException.ThrowIfNegative(neuron);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(neuron, _count);
            if (!_due.TryGetValue(spikes.Timesteps[s], out List<int>? neurons))
            {
                _due.Add(spikes.Timesteps[s], neurons = []);
            }

            neurons.Add(neuron);
        }
    }

    public void Update(long timestep)
    {
        _fired.Clear();
        if (_due.Remove(timestep, out List<int>? due))
        {
            _fired.AddRange(due);
            _fired.Sort();
        }

        if (_poisson is null)
        {
            return;
        }

        for (int n = 0; n < _count; n++)
        {
            double probability = _poisson.Probability.Count == 1 ? _poisson.Probability[0] : _poisson.Probability[n];
            if (_random.DrawUnit(_firstId + (ulong)n, timestep) < probability)
            {
                _fired.Add(n);
            }
        }
    }

    public void Reset()
    {
        _due.Clear();
        _fired.Clear();
        if (_list is not null)
        {
            Feed(_list);
        }
    }
}
