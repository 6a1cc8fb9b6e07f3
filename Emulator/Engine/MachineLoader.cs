using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Loop;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Sources;
using Ganglion.Router;

namespace Ganglion.Emulator;

/// <summary>Builds the cores, sources and workers of a machine from an image.</summary>
internal sealed class MachineLoader(ChipImage image, ChipSpec.Spec.ChipSpec spec, MachineOptions options, Observatory observatory)
{
    private readonly int[] _owner = Assignment.Assign(image.Cores, options.Workers, options.AssignmentSeed);

    /// <summary>Loads everything.</summary>
    /// <param name="external">Receives the external sources by population.</param>
    /// <returns>The workers, and all cores in the order of the image.</returns>
    public (WorkerGroup Workers, CoreUnit[] Units) Load(Dictionary<int, ExternalGenerator> external)
    {
        var units = new CoreUnit[image.Cores.Count];
        var stop = new StopSignal();
        var pool = new BatchPool();
        StepPrices[] prices = [.. spec.Prices.Select(table => new StepPrices(table.Latency))];
        var workers = new Worker[options.Workers];
        for (int worker = 0; worker < workers.Length; worker++)
        {
            int[] queueOf = QueueOf(worker);
            CoreUnit[] own = [.. CoresOf(worker).Select(core => units[core] = LoadCore(core, queueOf))];
            SourceUnit[] sources = [.. SourcesOf(worker).Select(source => LoadSource(source, queueOf, external))];
            var unitOfCore = new CoreUnit?[units.Length];
            foreach (CoreUnit unit in own)
            {
                unitOfCore[unit.Index] = unit;
            }

            var log = new WorkerLog(worker, observatory, prices, options.TraceMessages ? image.Cores : null);
            observatory.Add(log);
            workers[worker] = new Worker(worker, own, sources, unitOfCore, pool, stop, log)
            {
                Clock = options.PhaseClock is { } time ? new PhaseClock(time) : null,
            };
        }

        foreach (Worker worker in workers)
        {
            worker.Connect(workers.Where(other => other != worker));
        }

        return (new WorkerGroup(workers, stop, observatory), units);
    }

    private IEnumerable<int> CoresOf(int worker) => Enumerable.Range(0, _owner.Length).Where(core => _owner[core] == worker);

    /// <summary>External sources belong to the first worker, which owns the devices that drive them.</summary>
    private IEnumerable<SourceImage> SourcesOf(int worker) =>
        image.Sources.Where((source, index) => (source.Kind == SourceKind.External ? 0 : index % options.Workers) == worker);

    /// <summary>Where a worker sends the events of each core: to its own queue of that number, or to the outbox of another worker.</summary>
    private int[] QueueOf(int worker)
    {
        int[] queueOf = new int[_owner.Length];
        int own = 0;
        for (int core = 0; core < queueOf.Length; core++)
        {
            int owner = _owner[core];
            int outbox = owner < worker ? owner : owner - 1;
            queueOf[core] = owner == worker ? own++ : -1 - outbox;
        }

        return queueOf;
    }

    private CoreUnit LoadCore(int index, int[] queueOf)
    {
        CoreImage core = image.Cores[index];
        int[] logicalIds = new int[core.Compartments];
        Array.Fill(logicalIds, CoreUnit.NoNeuron);
        foreach (CompartmentRun run in core.Runs)
        {
            int first = image.Populations[run.Population].FirstNeuron + run.FirstNeuron;
            for (int i = 0; i < run.Count; i++)
            {
                logicalIds[run.FirstCompartment + i] = first + i;
            }
        }

        Core loaded = CoreFactory.Create(core);
        loaded.Seed = options.Seed;
        loaded.RecordedDraws = options.RecordedDraws;
        return new CoreUnit(index, loaded, new FanOut(core.AxonsOut, index, queueOf) { Multicast = spec.Mesh.Multicast ? new MulticastHops(spec.Mesh, image, core) : null }, logicalIds);
    }

    private SourceUnit LoadSource(SourceImage source, int[] queueOf, Dictionary<int, ExternalGenerator> external)
    {
        PopulationImage population = image.Populations[source.Population];
        SpikeGenerator generator = source.Kind switch
        {
            SourceKind.List => new ListGenerator(source.SpikeTimesteps, source.SpikeNeurons),
            SourceKind.Poisson => new PoissonGenerator(source.Probability, population.Count, population.FirstNeuron, options.Seed),
            SourceKind.External => external[source.Population] = new ExternalGenerator(population.Count),
            _ => throw new ArgumentException($"Unknown kind of source {source.Kind}."),
        };
        return new SourceUnit(source.Population, generator, new FanOut(source.AxonsOut, senderCore: -1, queueOf), population.FirstNeuron);
    }
}
