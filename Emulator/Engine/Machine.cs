using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Spec;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Encoding;
using Ganglion.Emulator.Faults;
using Ganglion.Emulator.Learning;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Loop;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Snapshots;
using Ganglion.Emulator.Sources;

namespace Ganglion.Emulator;

/// <summary>A loaded chip image that runs, timestep by timestep.</summary>
/// <remarks>
/// Not safe for use by several threads at once; the machine uses threads of its own while it runs. The same image, input and seed give
/// the same spikes, state and counts for any number of workers.
/// </remarks>
public sealed class Machine : IDisposable
{
    private readonly WorkerGroup _workers;
    private readonly CoreUnit[] _units;
    private readonly Dictionary<int, ExternalGenerator> _external = [];
    private readonly Observatory _observatory;
    private readonly LearnedSynapses _learned;
    private readonly ChipFaults? _faults;
    private readonly MachineState _state;
    private readonly MachineClock _clock = new();
    private DeviceEndpoint? _devices;

    /// <summary>Loads an image.</summary>
    /// <param name="image">What the compiler emitted.</param>
    /// <param name="spec">The chip specification that the image was compiled for.</param>
    /// <param name="options">How to run; by default on one worker.</param>
    /// <exception cref="ArgumentException">The image does not fit a neuron model, or the options are out of range.</exception>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">A fault names a part that the machine does not have.</exception>
    public Machine(ChipImage image, ChipSpec.Spec.ChipSpec spec, MachineOptions? options = null)
    {
        options ??= new MachineOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        if (options.Faults is { } plan)
        {
            _faults = new ChipFaults(plan, image, spec.Mesh);
            image = WeightFlips.Apply(image, plan, _faults.Counts);
        }

        Image = image;
        Spec = spec;
        Neurons = image.Populations.Sum(population => population.Count);
        Tiles = image.Cores.Select(core => spec.Mesh.TileOf(new CoreId(core.Core))).Distinct().Count();
        _observatory = new Observatory(options.Workers, [.. spec.Prices.Select(table => BarrierTime.Of(table, Tiles) ?? 0)]);
        var loader = new MachineLoader(image, spec, options, _observatory);
        (_workers, _units) = loader.Load(_external);
        _workers.Add(_faults);
        _learned = new LearnedSynapses(image, _units);
        _state = new MachineState(image, options.Seed, _units, [.. _workers.Sources], _observatory);
    }

    /// <summary>What was loaded.</summary>
    public ChipImage Image { get; }

    /// <summary>The chip.</summary>
    public ChipSpec.Spec.ChipSpec Spec { get; }

    /// <summary>Number of logical neurons, sources included.</summary>
    public int Neurons { get; }

    /// <summary>Tiles in use.</summary>
    public int Tiles { get; }

    /// <summary>Last timestep that was run; 0 before the first.</summary>
    public long Timestep => _clock.Timestep;

    /// <summary>Timesteps run since the machine was loaded, resets included.</summary>
    public long TotalTimesteps => _clock.Total;

    /// <summary>Bytes that the cores' synapse rows take in memory.</summary>
    public long SynapseBytes => Image.Cores.Sum(core =>
        ((long)core.Synapses.Words.Length * sizeof(uint)) + ((long)core.Synapses.Dense.Length * sizeof(short))
        + ((long)core.Synapses.Rows.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<SynapseRow>()));

    /// <summary>What each injected fault has touched so far; empty without <see cref="MachineOptions.Faults"/>.</summary>
    public IReadOnlyList<FaultCount> Faults => _faults?.Report() ?? [];

    /// <summary>The injected faults, for the ports of the machine.</summary>
    internal ChipFaults? ChipFaults => _faults;

    /// <summary>Adds an observer of whole timesteps.</summary>
    /// <param name="observer">The observer.</param>
    public void Attach(ITimestepObserver observer) => _observatory.Add(observer);

    /// <summary>Removes an observer.</summary>
    /// <param name="observer">The observer.</param>
    public void Detach(ITimestepObserver observer) => _observatory.Remove(observer);

    /// <summary>Connects a device: an endpoint that drives external sources and listens to populations while the machine runs.</summary>
    /// <param name="device">The device.</param>
    /// <param name="sources">Names of the external sources that it drives; several devices may drive the same.</param>
    /// <param name="populations">Names of the populations and sources that it listens to.</param>
    /// <param name="recorder">Takes what the device sends, so that the run can be repeated without it.</param>
    /// <exception cref="ArgumentException">There is no such population, or one to be driven is not an external source.</exception>
    public void Connect(IDevice device, IEnumerable<string> sources, IEnumerable<string> populations, IInputRecorder? recorder = null)
    {
        Dictionary<int, (ExternalGenerator Generator, int Count)> driven = [];
        foreach (string source in sources)
        {
            int index = IndexOf(source);
            driven[index] = (ExternalSource(index), Image.Populations[index].Count);
        }

        (int First, int Count)[] heard = [.. populations.Select(name => Image.Populations[IndexOf(name)]).Select(population => (population.FirstNeuron, population.Count))];
        if (_devices is null)
        {
            _workers.Add(_devices = new DeviceEndpoint(Neurons));
        }

        _devices.Add(device, new DeviceInput(driven, recorder, _devices.Count), heard);
    }

    /// <summary>Samples a state variable of a population while the machine runs.</summary>
    /// <param name="population">Name of a population of neurons.</param>
    /// <param name="variable">State variable of its neuron model, e.g. <c>u</c> or <c>v</c>.</param>
    /// <param name="every">Timesteps from one sample to the next, at least 1.</param>
    /// <param name="sink">Where the samples go.</param>
    /// <exception cref="ArgumentException">There is no such population or variable.</exception>
    public void Attach(string population, string variable, int every, IProbeSink sink)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        int index = IndexOf(population);
        if (Image.Populations[index].IsSource)
        {
            throw new ArgumentException($"Population '{population}' is a spike source; it has no state to probe.", nameof(population));
        }

        if (!Variables(population).Contains(variable))
        {
            throw new ArgumentException(
                $"Population '{population}' has no variable '{variable}'; it has {string.Join(", ", Variables(population))}.", nameof(variable));
        }

        _workers.Add(
            new Probe(Image.Populations[index].Count, every, sink),
            unit => unit.Core.Image.Runs.Where(run => run.Population == index).Select(run => new StateSlice(unit.Core, run, variable)));
    }

    /// <summary>Samples a plastic projection while the machine runs.</summary>
    /// <param name="projection">Name of a projection that learns.</param>
    /// <param name="variable">
    /// Weight, tag or delay variable, a value per synapse in the order of <see cref="PlasticSynapses"/>; or a trace as it was at the end of
    /// the last learning epoch, a value per neuron of the source (x1, x2) or target population (y1 to y3).
    /// </param>
    /// <param name="every">Timesteps from one sample to the next, at least 1.</param>
    /// <param name="sink">Where the samples go.</param>
    /// <exception cref="ArgumentException">No projection of this name learns, or the variable cannot be sampled.</exception>
    public void Attach(string projection, RuleVariable variable, int every, IProbeSink sink)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        PlasticProbe probe = _learned.Probe(projection, variable);
        _workers.Add(new Probe(probe.Count, every, sink), probe.SlicesOf);
    }

    /// <summary>State variables that can be probed in a population; none for a source.</summary>
    /// <param name="population">Name of a population.</param>
    public IReadOnlyList<string> Variables(string population)
    {
        int index = IndexOf(population);
        CoreUnit? unit = _units.FirstOrDefault(unit => unit.Core.Image.Runs.Any(run => run.Population == index));
        return unit is null ? [] : [.. unit.Core.Table.Variables.Where(variable => variable.IsState).Select(variable => variable.Name)];
    }

    /// <summary>Gives spikes to an external source.</summary>
    /// <param name="population">Name of the source.</param>
    /// <param name="timestep">Timestep in which they fire: 0 before the first run, later than <see cref="Timestep"/> afterwards.</param>
    /// <param name="neurons">Neurons of the source; a repeated neuron fires several times.</param>
    /// <exception cref="ArgumentException">There is no such external source, the timestep has passed, or a neuron is out of range.</exception>
    public void Inject(string population, long timestep, ReadOnlySpan<int> neurons)
    {
        int index = IndexOf(population);
        ExternalGenerator generator = ExternalSource(index);

        if (timestep < _clock.Next)
        {
            throw new ArgumentException($"Timestep {timestep} has passed; the machine is at {Timestep}.", nameof(timestep));
        }

        int count = Image.Populations[index].Count;
        foreach (int neuron in neurons)
        {
            if ((uint)neuron >= (uint)count)
            {
                throw new ArgumentException($"Neuron {neuron} is outside population '{population}' with {count} neurons.", nameof(neurons));
            }
        }

        generator.Inject(timestep, neurons);
    }

    /// <summary>Gives a spike train to an external source.</summary>
    /// <param name="population">Name of the source.</param>
    /// <param name="train">Spikes; none in a timestep that has passed.</param>
    /// <exception cref="ArgumentException">There is no such external source, a timestep has passed, or a neuron is out of range.</exception>
    public void Inject(string population, SpikeTrain train)
    {
        for (int spike = 0; spike < train.Count; spike++)
        {
            Inject(population, train.Timesteps[spike], [train.Neurons[spike]]);
        }
    }

    /// <summary>Runs timesteps.</summary>
    /// <param name="timesteps">How many, at least 0.</param>
    /// <param name="cancellation">Stops the run after a whole timestep; what was observed until then has been handed to the observers.</param>
    /// <returns>Timesteps that were run; fewer than asked for after a cancellation.</returns>
    /// <exception cref="WorkerFailedException">A worker failed.</exception>
    public long Run(long timesteps, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(timesteps);
        long first = _clock.Next;
        long last = _workers.Run(first, Timestep + timesteps, cancellation);
        _clock.HasBegun |= last >= first;
        long done = Math.Max(last, 0) - Timestep;
        _clock.Timestep += done;
        _clock.Total += done;
        return done;
    }

    /// <summary>Goes back to timestep 0 and the initial state; the ledger keeps its counts.</summary>
    /// <remarks>
    /// Plastic synapses go back to what <see cref="LoadLearned"/> gave last, or else to the image. Injected spikes that have not fired
    /// are forgotten.
    /// </remarks>
    public void Reset()
    {
        foreach (CoreUnit unit in _units)
        {
            unit.Core.Reset();
        }

        _workers.ResetSources();
        _clock.Reset();
    }

    /// <summary>Notes everything that the machine goes on from; between runs.</summary>
    /// <remarks>The same for any number of workers. Wall times of phases are not part of it.</remarks>
    /// <param name="observers">What else has state, such as a <see cref="SpikeHash"/> that is attached.</param>
    /// <exception cref="ArgumentException">Two observers have the same name.</exception>
    /// <exception cref="WorkerFailedException">A worker has failed in the middle of a timestep.</exception>
    public MachineSnapshot Snapshot(params IEnumerable<IResumable> observers)
    {
        _workers.ThrowIfFailed();
        return _state.Note(_clock, WithFaults(observers)) with { Learned = _learned.Loaded };
    }

    /// <summary>Goes on from a snapshot as if this machine had run until then: spikes, state, learning and counts.</summary>
    /// <param name="snapshot">Snapshot of a machine with the same image and seed, and any number of workers.</param>
    /// <param name="observers">What else gets its state back; those that the snapshot does not know stay as they are.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">
    /// The snapshot is of another image or seed, or contradicts itself. The machine and the observers are as before.
    /// </exception>
    public void Restore(MachineSnapshot snapshot, params IEnumerable<IResumable> observers)
    {
        _state.ThrowIfUnfit(snapshot);
        MachineSnapshot before = Snapshot(observers);
        try
        {
            PutBack(snapshot, observers);
        }
        catch (ChipSpec.Diagnostics.InvalidInputException)
        {
            PutBack(before, observers);
            throw;
        }
    }

    /// <summary>Counts of what happened since the machine was loaded.</summary>
    public Ledger Ledger() => new()
    {
        Timesteps = TotalTimesteps,
        Cores = [.. _units.Select(unit => new CoreLedger(unit.Core.Id, unit.Core.Counters,
            [.. unit.FanOut.Destinations.Select((core, slot) => (_units[core].Core.Id, unit.FanOut.Messages[slot]))])
            {
                TreeHops = unit.FanOut.Multicast is { } tree ? (tree.Hops[0], tree.Hops[1], tree.Hops[2]) : null,
            })],
        SourceMessages = _workers.SourceMessages,
        Tiles = Tiles,
        Mesh = Spec.Mesh,
    };

    /// <summary>Chip time since the machine was loaded, by each price table of the chip specification.</summary>
    public IReadOnlyList<TimeReport> ChipTime() =>
        [.. Spec.Prices.Select((table, index) => new TimeReport(table.Name, _observatory.ChipSeconds[index], TimeReports.Unpriced(table, Tiles)))];

    /// <summary>Wall time of a phase since the machine was loaded, summed over the workers; zero without <see cref="MachineOptions.PhaseClock"/>.</summary>
    /// <param name="phase">The phase.</param>
    public TimeSpan Elapsed(Phase phase) => _workers.Elapsed(phase);

    /// <summary>Hash of the state of every neuron and of all input that is under way; XxHash128, hexadecimal.</summary>
    public string StateHash() => Emulator.StateHash.Compute(Image.Populations, _units, _learned, Timestep);

    /// <summary>Hash of the state of every core, in the order of the image: what it holds, what is under way to it, what it has learned.</summary>
    public IEnumerable<ulong> CoreHashes() => _units.Select(unit => Emulator.StateHash.OfCore(unit.Core, Timestep));

    /// <summary>The value of a state variable of every neuron of a population.</summary>
    /// <param name="population">Name of a population of neurons.</param>
    /// <param name="variable">State variable of its neuron model.</param>
    public int[] Read(string population, string variable)
    {
        int index = IndexOf(population);
        int[] values = new int[Image.Populations[index].Count];
        foreach (CoreUnit unit in _units)
        {
            foreach (CompartmentRun run in unit.Core.Image.Runs.Where(run => run.Population == index))
            {
                unit.Core.Table[variable].AsSpan(run.FirstCompartment, run.Count).CopyTo(values.AsSpan(run.FirstNeuron));
            }
        }

        return values;
    }

    /// <summary>The synapses of a projection that learns, ascending by source, then by target neuron.</summary>
    /// <param name="projection">Name of the projection.</param>
    /// <exception cref="ArgumentException">No projection of this name learns.</exception>
    public IReadOnlyList<PlasticSynapse> PlasticSynapses(string projection) => _learned.Read(projection);

    /// <summary>What the network has learned so far: weights, tags and delay variables, without traces and membranes.</summary>
    public LearnedState ReadLearned() => _learned.ReadAll(Timestep);

    /// <summary>Lets learning start from a state in place of the image's weights, tags and delay variables.</summary>
    /// <remarks>
    /// Traces, membranes and spikes under way start at rest. With the seed of the run that led to the state, the same random draws come
    /// again; another seed avoids it.
    /// </remarks>
    /// <param name="state">A state of the same network, from any placement.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">The state is out of range, or belongs to another network.</exception>
    /// <exception cref="InvalidOperationException">The machine has run; <see cref="Reset"/> it first.</exception>
    public void LoadLearned(LearnedState state)
    {
        if (_clock.HasBegun)
        {
            throw new InvalidOperationException($"The machine is at timestep {Timestep}; learned state is loaded before the first.");
        }

        _learned.Load(state);
    }

    /// <inheritdoc/>
    public void Dispose() => _workers.Dispose();

    private ExternalGenerator ExternalSource(int population) => _external.TryGetValue(population, out ExternalGenerator? generator)
        ? generator
        : throw new ArgumentException($"Population '{Image.Populations[population].Name}' is not an external source.", nameof(population));

    private void PutBack(MachineSnapshot snapshot, IEnumerable<IResumable> observers)
    {
        Reset();
        if (snapshot.Learned is not null || _learned.Loaded is not null)
        {
            _learned.Load(snapshot.Learned);
        }

        _state.PutBack(snapshot, _clock, WithFaults(observers));
    }

    /// <summary>Counts of faults go on, too, where a snapshot has them.</summary>
    private IEnumerable<IResumable> WithFaults(IEnumerable<IResumable> observers) => _faults is null ? observers : observers.Append(_faults);

    private int IndexOf(string population)
    {
        for (int index = 0; index < Image.Populations.Count; index++)
        {
            if (Image.Populations[index].Name == population)
            {
                return index;
            }
        }

        throw new ArgumentException(
            $"There is no population '{population}'; there are {string.Join(", ", Image.Populations.Select(image => image.Name))}.", nameof(population));
    }
}
