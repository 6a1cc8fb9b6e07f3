using System.IO.Compression;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using Ganglion.Emulator.Encoding;

namespace Ganglion.EndToEnd.Tests.Digits;

/// <summary>The shipped digit networks in double precision, against the simulation in numpy that stands beside them.</summary>
/// <remarks>The counts are those of <c>run_network</c> and <c>classify</c> of examples/digits/spiking.py, in double precision.</remarks>
public sealed class DigitNetworkTests
{
    private const int Timesteps = 32;
    private const int Pixels = 64;

    [Fact]
    public void Rate_coded_digits_give_the_spikes_and_answers_of_numpy() =>
        Assert.Equal(
            new Totals(Correct: 358, Input: 224_931, Hidden: 122_088, Output: 5_291),
            Run("digits.nir", new BernoulliRateCode(seed: 1)));

    [Fact]
    public void Latency_coded_digits_give_the_spikes_and_answers_of_numpy() =>
        Assert.Equal(
            new Totals(Correct: 350, Input: 11_747, Hidden: 49_026, Output: 5_133),
            Run("digits-latency.nir", new LinearLatencyCode()));

    private static Totals Run(string file, ISpikeCode code)
    {
        ReferenceSimulation simulation = new(NirReader.ReadFile(ExampleFolder.Path("digits", file)).Network);
        Totals totals = default;
        foreach ((int index, int label, double[] pixels) in ReadTestImages(ExampleFolder.Path("digits", "digits.csv.gz")))
        {
            SpikeTrain train = code.Encode(pixels, Timesteps, firstId: (ulong)index * Pixels, firstTimestep: 1);
            simulation.Reset();
            simulation.Feed("input", new ListSource(train.Timesteps, train.Neurons));
            int hidden = 0;
            int[] counts = new int[10];
            int[] first = new int[10];
            for (int t = 1; t <= Timesteps; t++)
            {
                simulation.Step();
                hidden += simulation.Spikes("hidden").Length;
                foreach (int digit in simulation.Spikes("digit"))
                {
                    first[digit] = counts[digit]++ == 0 ? t : first[digit];
                }
            }

            int answer = Enumerable.Range(0, 10).OrderByDescending(digit => counts[digit]).ThenBy(digit => first[digit]).First();
            totals = new Totals(
                totals.Correct + (answer == label ? 1 : 0), totals.Input + train.Count, totals.Hidden + hidden, totals.Output + counts.Sum());
        }

        return totals;
    }

    private static IEnumerable<(int Index, int Label, double[] Pixels)> ReadTestImages(string path)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        string[] rows = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Skip(1)];
        for (int index = 0; index < rows.Length; index++)
        {
            string[] fields = rows[index].Split(',');
            if (fields[0] == "test")
            {
                yield return (index, int.Parse(fields[1]), [.. fields[2..].Select(value => int.Parse(value) / 16.0)]);
            }
        }
    }

    private readonly record struct Totals(int Correct, int Input, int Hidden, int Output);
}
