using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reference;

/// <summary>Runs a network in double precision, as it is described: no chip, no quantisation, no mapping.</summary>
/// <remarks>
/// Timesteps are numbered from 1. Timestep 0 is the state before the run, in which sources may already fire. A spike of timestep t acts in
/// timestep t + delay; with a delay of 0 it acts in the same timestep, for which populations are visited in topological order (a spike of
/// timestep 0 with a delay of 0 has nothing to act on). The weights that reach a neuron in one timestep are added in the order of the
/// populations and projections that send them, so a run is reproducible to the last bit.
/// <para>
/// <see cref="CurrentBasedNeurons"/> follow their recursion. <see cref="LoihiNeurons"/> follow the same recursion with their registers read
/// as real numbers: decays (4096 − δ)/4096, threshold mantissa·2^6, bias mantissa·2^exponent, limits of the potential as on the chip, and
/// <see cref="IntegerWeights"/> as mantissa·2^(exponent + 6); nothing is rounded.
/// </para>
/// A Poisson source fires if the draw keyed by (seed, <see cref="ChipSpec.Randomness.RandomPurpose.Source"/>, logical neuron id, timestep)
/// is below its probability.
/// </remarks>
public sealed class ReferenceSimulation
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly IReferencePopulation[] _populations;
    private readonly SynapseTable[][] _outgoing;
    private readonly int[] _order;
    private bool _started;

    /// <summary>Prepares a network: reads every projection once and keeps its synapses in memory.</summary>
    /// <param name="network">A valid network.</param>
    /// <param name="seed">Seed of the Poisson sources.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">The network is too large to hold, has neurons without a reference, or a cycle of projections has no delay.</exception>
    public ReferenceSimulation(Network network, ulong seed = 0)
    {
        Network = network;
        ReferenceLimits.Check(network);
        _populations = new IReferencePopulation[network.Populations.Count];
        ulong firstId = 0;
        for (int p = 0; p < _populations.Length; p++)
        {
            Population population = network.Populations[p];
            _index.Add(population.Name, p);
            _populations[p] = population switch
            {
                SourcePopulation source => new ReferenceSources(source, seed, firstId),
                NeuronPopulation neurons => new ReferenceNeurons(neurons),
                _ => throw new ArgumentException($"Population '{population.Name}' is neither sources nor neurons.", nameof(network)),
            };
            firstId += (ulong)population.Count;
        }

        _outgoing = SynapseTable.ReadAll(network, _index);
        _order = ZeroDelayOrder.Sort(network, _outgoing);
        foreach (SynapseTable table in _outgoing.SelectMany(tables => tables))
        {
            ((ReferenceNeurons)_populations[table.Target]).Input.Reserve(table.MaximumDelay);
        }
    }

    /// <summary>The network.</summary>
    public Network Network { get; }

    /// <summary>The last timestep that was run; 0 before the first.</summary>
    public long Timestep { get; private set; }

    /// <summary>Number of synapses over which a spike has travelled since the start.</summary>
    public long SynapticEvents { get; private set; }

    /// <summary>Gives spikes to an external source, in addition to what it was given before.</summary>
    /// <param name="source">Name of a source population.</param>
    /// <param name="spikes">Spikes, ascending by timestep; those of timesteps that have passed are never fired.</param>
    /// <exception cref="ArgumentException">There is no source population of that name, or a neuron or the order is wrong.</exception>
    public void Feed(string source, ListSource spikes)
    {
        if (!_index.TryGetValue(source, out int p) || _populations[p] is not ReferenceSources sources)
        {
            throw new ArgumentException($"There is no source population '{source}'.", nameof(source));
        }

        sources.Feed(spikes);
    }

    /// <summary>Runs timestep 0, in which only sources fire; the first <see cref="Step"/> does it where it has not been done.</summary>
    public void Start()
    {
        if (!_started)
        {
            _started = true;
            Run(0);
        }
    }

    /// <summary>Runs one timestep.</summary>
    public void Step()
    {
        Start();

        Timestep++;
        Run(Timestep);
    }

    /// <summary>Neurons of a population that fired in the last timestep, ascending; a source that fires twice is listed twice.</summary>
    /// <param name="population">Name of a population.</param>
    public ReadOnlySpan<int> Spikes(string population) => _populations[_index[population]].Spikes;

    /// <summary>Synaptic currents of a neuron population after the last timestep, one per neuron.</summary>
    /// <param name="population">Name of a neuron population.</param>
    public ReadOnlySpan<double> Current(string population) => Neurons(population).Current;

    /// <summary>Membrane potentials of a neuron population after the last timestep, resets included, one per neuron.</summary>
    /// <param name="population">Name of a neuron population.</param>
    public ReadOnlySpan<double> Potential(string population) => Neurons(population).Potential;

    /// <summary>Returns to the state before the run and forgets the spikes that were fed.</summary>
    public void Reset()
    {
        Timestep = 0;
        SynapticEvents = 0;
        _started = false;
        foreach (IReferencePopulation population in _populations)
        {
            population.Reset();
        }
    }

    private void Run(long timestep)
    {
        foreach (int p in _order)
        {
            _populations[p].Update(timestep);
            ReadOnlySpan<int> spikes = _populations[p].Spikes;
            if (spikes.IsEmpty)
            {
                continue;
            }

            foreach (SynapseTable table in _outgoing[p])
            {
                SynapticEvents += table.Deliver(spikes, timestep, ((ReferenceNeurons)_populations[table.Target]).Input);
            }
        }
    }

    private ReferenceNeurons Neurons(string population) =>
        _populations[_index[population]] as ReferenceNeurons
        ?? throw new ArgumentException($"Population '{population}' is a source and has no state.", nameof(population));
}
