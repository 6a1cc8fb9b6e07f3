using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>Runs imported networks on inputs made here.</summary>
internal static class NirRun
{
    /// <summary>Timesteps of random inputs.</summary>
    public const int Timesteps = 200;

    /// <summary>Feeds counts of spikes by timestep and neuron to the source 'in'; the spikes as <c>timestep:neuron</c>, and the potentials by timestep.</summary>
    public static (List<string> Spikes, double[][] Potentials) Run(NirImport import, string population, int[][] input)
    {
        var simulation = new ReferenceSimulation(import.Network);
        var timesteps = new List<long>();
        var neurons = new List<int>();
        for (int t = 0; t < input.Length; t++)
        {
            for (int n = 0; n < input[t].Length; n++)
            {
                timesteps.AddRange(Enumerable.Repeat(t + 1L, input[t][n]));
                neurons.AddRange(Enumerable.Repeat(n, input[t][n]));
            }
        }

        simulation.Feed("in", new ListSource(timesteps, neurons));
        var spikes = new List<string>();
        var potentials = new List<double[]>();
        for (int t = 1; t <= input.Length; t++)
        {
            simulation.Step();
            spikes.AddRange(simulation.Spikes(population).ToArray().Select(n => $"{t}:{n}"));
            potentials.Add(simulation.Potential(population).ToArray());
        }

        return (spikes, [.. potentials]);
    }

    /// <summary>Counts of 0 to 2 by timestep and neuron.</summary>
    public static int[][] RandomInput(int neurons, ulong seed)
    {
        var random = new CounterRandom(seed, RandomPurpose.Encoding);
        return [.. Enumerable.Range(0, Timesteps).Select(t => Enumerable.Range(0, neurons).Select(n => (int)(random.DrawUnit((ulong)n, t) * 3)).ToArray())];
    }

    /// <summary>Numbers from −1 to 1.</summary>
    public static double[] Values(int count, ulong seed)
    {
        var random = new CounterRandom(seed, RandomPurpose.Weight);
        return [.. Enumerable.Range(0, count).Select(i => (2 * random.DrawUnit((ulong)i)) - 1)];
    }

    /// <summary>A matrix of numbers from −scale to scale.</summary>
    public static double[,] Matrix(int rows, int columns, ulong seed, double scale)
    {
        double[] values = Values(rows * columns, seed);
        var matrix = new double[rows, columns];
        for (int i = 0; i < values.Length; i++)
        {
            matrix[i / columns, i % columns] = values[i] * scale;
        }

        return matrix;
    }
}
