using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ganglion.CommandLine.Results;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using Ganglion.Cores;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Emulation;

/// <summary>A network in double precision, without a chip.</summary>
internal sealed class ReferenceEmulation : IEmulation
{
    private static readonly string[] StateVariables = ["u", "v"];
    private readonly ReferenceSimulation _simulation;
    private readonly List<ITimestepObserver> _observers = [];
    private readonly List<(StateProbe Probe, NpyFile<double> File, TraceFile Trace)> _probes = [];
    private readonly List<int> _spikes = [];
    private bool _started;

    /// <summary>Prepares a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">Seed of every random draw.</param>
    public ReferenceEmulation(Network network, ulong seed)
    {
        _simulation = new ReferenceSimulation(network, seed);
        int first = 0;
        List<PopulationInfo> populations = [];
        foreach (Population population in network.Populations)
        {
            populations.Add(new PopulationInfo(
                population.Name,
                first,
                population.Count,
                population is SourcePopulation,
                population is SourcePopulation { Source: ExternalSource },
                network.Outputs.Contains(population.Name)));
            first += population.Count;
        }

        Populations = populations;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PopulationInfo> Populations { get; }

    /// <inheritdoc/>
    public long Timestep => _simulation.Timestep;

    /// <summary>Synaptic events since the start.</summary>
    public long SynapticEvents => _simulation.SynapticEvents;

    /// <inheritdoc/>
    public void Attach(ITimestepObserver observer) => _observers.Add(observer);

    /// <inheritdoc/>
    public IReadOnlyList<string> Variables(PopulationInfo population) => population.IsSource ? [] : StateVariables;

    /// <inheritdoc/>
    public StateUnit Unit(PopulationInfo population, string variable) => StateUnit.Own;

    /// <inheritdoc/>
    public IResultFile Record(StateProbe probe, string folder, TraceFile trace)
    {
        var file = new NpyFile<double>(folder, probe.FileName, "'<f8'", probe.Population.Count);
        _probes.Add((probe, file, trace));
        return file;
    }

    /// <inheritdoc/>
    public void Inject(string population, IReadOnlyList<long> timesteps, IReadOnlyList<int> neurons) =>
        _simulation.Feed(population, new ListSource(timesteps, neurons));

    /// <inheritdoc/>
    public void Run(long timesteps, CancellationToken cancellation)
    {
        if (!_started && timesteps > 0)
        {
            _simulation.Start();
            _started = true;
            Report();
        }

        for (long step = 0; step < timesteps && !cancellation.IsCancellationRequested; step++)
        {
            _simulation.Step();
            Report();
            foreach ((StateProbe probe, NpyFile<double> file, TraceFile trace) in _probes)
            {
                if (_simulation.Timestep % probe.Every == 0)
                {
                    file.Write(State(probe.Population, probe.Variable));
                    trace.Add(State(probe.Population, probe.Variable));
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _simulation.Reset();
        _started = false;
    }

    /// <inheritdoc/>
    public string StateHash()
    {
        var hash = new XxHash128();
        hash.Append(MemoryMarshal.AsBytes([_simulation.Timestep]));
        foreach (PopulationInfo population in Populations.Where(population => !population.IsSource))
        {
            foreach (string variable in StateVariables)
            {
                hash.Append(MemoryMarshal.AsBytes(State(population, variable)));
            }
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private ReadOnlySpan<double> State(PopulationInfo population, string variable) =>
        variable == "u" ? _simulation.Current(population.Name) : _simulation.Potential(population.Name);

    private void Report()
    {
        _spikes.Clear();
        long spikesOfNeurons = 0;
        foreach (PopulationInfo population in Populations)
        {
            foreach (int neuron in _simulation.Spikes(population.Name))
            {
                _spikes.Add(population.FirstNeuron + neuron);
            }

            spikesOfNeurons += population.IsSource ? 0 : _simulation.Spikes(population.Name).Length;
        }

        var record = new TimestepRecord
        {
            Timestep = _simulation.Timestep,
            Spikes = CollectionsMarshal.AsSpan(_spikes),
            Counters = new CoreCounters { Spikes = spikesOfNeurons },
            Seconds = [],
            Messages = [],
        };
        foreach (ITimestepObserver observer in _observers)
        {
            observer.Observe(record);
        }
    }
}
