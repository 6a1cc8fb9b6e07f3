using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>A network that was compiled and run, with u, v and spikes of one population after every timestep.</summary>
internal sealed class LoihiRun
{
    private LoihiRun(int[][] u, int[][] v, int[][] spikes)
    {
        U = u;
        V = v;
        Spikes = spikes;
    }

    /// <summary>Current: <c>[timestep − 1][neuron]</c>.</summary>
    public int[][] U { get; }

    /// <summary>Potential: <c>[timestep − 1][neuron]</c>.</summary>
    public int[][] V { get; }

    /// <summary>1 where a neuron fired: <c>[timestep − 1][neuron]</c>.</summary>
    public int[][] Spikes { get; }

    public static LoihiRun Of(NetworkBuilder network, string population, int timesteps) =>
        Of(NetworkCompiler.Compile(network.Build(), VectorChip.Spec).Image, population, timesteps);

    public static LoihiRun Of(ChipImage image, string population, int timesteps)
    {
        using var machine = new Machine(image, VectorChip.Spec, new MachineOptions { Workers = 2 });
        PopulationImage probed = image.Populations.Single(candidate => candidate.Name == population);
        var u = new Samples(timesteps);
        var v = new Samples(timesteps);
        var spikes = new Raster(probed, timesteps);
        machine.Attach(population, "u", 1, u);
        machine.Attach(population, "v", 1, v);
        machine.Attach(spikes);
        machine.Run(timesteps);
        return new LoihiRun(u.Rows, v.Rows, spikes.Rows);
    }

    internal sealed class Samples(int timesteps) : IProbeSink
    {
        public int[][] Rows { get; } = new int[timesteps][];

        public void Write(long timestep, ReadOnlySpan<int> values) => Rows[timestep - 1] = values.ToArray();
    }

    internal sealed class Raster(PopulationImage population, int timesteps) : ITimestepObserver
    {
        public int[][] Rows { get; } = [.. Enumerable.Range(0, timesteps).Select(_ => new int[population.Count])];

        public void Observe(in TimestepRecord record)
        {
            foreach (int neuron in record.Spikes)
            {
                int index = neuron - population.FirstNeuron;
                if (index >= 0 && index < population.Count)
                {
                    Rows[record.Timestep - 1][index] = 1;
                }
            }
        }
    }
}
