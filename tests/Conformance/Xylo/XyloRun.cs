using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.Conformance.Tests.Xylo;

/// <summary>An image that was run on one worker and on two, which must agree in every state.</summary>
internal sealed class XyloRun : ITimestepObserver
{
    private readonly Dictionary<string, PopulationImage> _populations;

    private XyloRun(IEnumerable<PopulationImage> populations)
    {
        _populations = populations.ToDictionary(population => population.Name);
        Payloads = _populations.Keys.ToDictionary(name => name, _ => new List<int[]>());
    }

    /// <summary>Spikes of every neuron of a population: <c>[timestep − 1][neuron]</c>.</summary>
    public Dictionary<string, List<int[]>> Payloads { get; }

    /// <summary>Synaptic events of the whole run.</summary>
    public long SynapticEvents { get; private set; }

    /// <summary>A state variable of a population: <c>[timestep − 1][neuron]</c>.</summary>
    public Dictionary<(string Population, string Variable), List<int[]>> States { get; } = [];

    /// <summary>Runs an image and samples all state variables of its neurons.</summary>
    public static XyloRun Of(ChipImage image, int timesteps)
    {
        (XyloRun run, string hash) = Of(image, timesteps, workers: 1);
        (XyloRun other, string otherHash) = Of(image, timesteps, workers: 2);
        Assert.Equal(hash, otherHash);
        Assert.Equal(run.Payloads, other.Payloads);
        Assert.Equal(run.States, other.States);
        Assert.Equal(run.SynapticEvents, other.SynapticEvents);
        return run;
    }

    public void Observe(in TimestepRecord record)
    {
        if (record.Timestep == 0)
        {
            return;
        }

        foreach ((string name, PopulationImage population) in _populations)
        {
            int[] row = new int[population.Count];
            for (int i = 0; i < record.Spikes.Length; i++)
            {
                int neuron = record.Spikes[i] - population.FirstNeuron;
                if (neuron >= 0 && neuron < row.Length)
                {
                    row[neuron] = record.Payloads.IsEmpty ? 1 : record.Payloads[i];
                }
            }

            Payloads[name].Add(row);
        }
    }

    private static (XyloRun Run, string Hash) Of(ChipImage image, int timesteps, int workers)
    {
        using var machine = new Machine(image, Presets.Load("xylo-a2"), new MachineOptions { Workers = workers });
        var run = new XyloRun(image.Populations.Where(population => !population.IsSource));
        foreach (string population in run._populations.Keys)
        {
            foreach (string variable in machine.Variables(population))
            {
                var samples = new Samples();
                run.States.Add((population, variable), samples.Rows);
                machine.Attach(population, variable, 1, samples);
            }
        }

        machine.Attach(run);
        machine.Run(timesteps);
        foreach (string population in run._populations.Keys)
        {
            Assert.Equal(run.States[(population, "s")], run.Payloads[population]);
        }

        run.SynapticEvents = machine.Ledger().Totals.SynapticEvents;
        return (run, machine.StateHash());
    }

    private sealed class Samples : IProbeSink
    {
        public List<int[]> Rows { get; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values) => Rows.Add(values.ToArray());
    }
}
