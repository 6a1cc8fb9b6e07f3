using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>A network that was compiled and run on one worker and on two, which must agree in every state.</summary>
internal sealed class GradedRun
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("loihi2");
    private readonly Dictionary<string, Samples> _samples;

    private GradedRun(Dictionary<string, Samples> samples) => _samples = samples;

    /// <summary>Compiles and runs a network, and samples all state variables of a population.</summary>
    public static GradedRun Of(NetworkBuilder network, string population, int timesteps)
    {
        ChipImage image = NetworkCompiler.Compile(network.Build(), Chip).Image;
        (GradedRun run, string hash) = Of(image, population, timesteps, workers: 1);
        (GradedRun other, string otherHash) = Of(image, population, timesteps, workers: 2);
        Assert.Equal(hash, otherHash);
        foreach ((string variable, Samples samples) in run._samples)
        {
            Assert.Equal(samples.Rows, other._samples[variable].Rows);
        }

        return run;
    }

    /// <summary>A state variable of one neuron after every timestep; <c>s</c> is the payload of its spike.</summary>
    public int[] Of(string variable, int neuron = 0) => [.. _samples[variable].Rows.Select(row => row[neuron])];

    /// <summary>A state variable of all neurons: <c>[timestep − 1][neuron]</c>.</summary>
    public int[][] Rows(string variable) => [.. _samples[variable].Rows];

    private static (GradedRun Run, string Hash) Of(ChipImage image, string population, int timesteps, int workers)
    {
        using var machine = new Machine(image, Chip, new MachineOptions { Workers = workers });
        Dictionary<string, Samples> samples = machine.Variables(population).ToDictionary(variable => variable, _ => new Samples());
        foreach ((string variable, Samples sink) in samples)
        {
            machine.Attach(population, variable, 1, sink);
        }

        PopulationImage probed = image.Populations.Single(candidate => candidate.Name == population);
        var observed = new PayloadLog(probed);
        machine.Attach(observed);
        machine.Run(timesteps);
        Assert.Equal(samples["s"].Rows, observed.Rows);
        return (new GradedRun(samples), machine.StateHash());
    }

    /// <summary>Payloads as observers see them; 0 where a neuron is silent.</summary>
    private sealed class PayloadLog(PopulationImage population) : ITimestepObserver
    {
        public List<int[]> Rows { get; } = [];

        public void Observe(in TimestepRecord record)
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

            if (record.Timestep > 0)
            {
                Rows.Add(row);
            }
        }
    }

    private sealed class Samples : IProbeSink
    {
        public List<int[]> Rows { get; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values) => Rows.Add(values.ToArray());
    }
}
