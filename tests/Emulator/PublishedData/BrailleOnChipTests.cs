using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Calibrate;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Observers;
using Ganglion.Tests.Shared;

namespace Ganglion.Emulator.Tests.PublishedData;

/// <summary>The published recurrent networks for Braille letters, with 8-bit weights on Loihi, against their answers in floating point.</summary>
public sealed class BrailleOnChipTests
{
    private const int Timesteps = 256;
    private const int Channels = 12;
    private const int Letters = 7;
    private const int Inputs = 20;

    /// <summary>Layers of neurons, each of which hands its spikes on one timestep later.</summary>
    private const int Layers = 2;

    [Theory]
    [InlineData("nir", "braille_noDelay_bias_zero.nir", "noDelay_bias_zero")]
    [InlineData("nir", "braille_noDelay_noBias_subtract.nir", "noDelay_noBias_subtract")]
    [InlineData("nir-other", "spyx__braille_noDelay_bias_zero_subgraph_0d0f684.nir", "noDelay_bias_zero")]
    [InlineData("nir-other", "spyx__braille_noDelay_noBias_subtract_subgraph_23b72c7.nir", "noDelay_noBias_subtract")]
    public void Calibrated_on_half_of_the_inputs_the_chip_answers_all_like_floating_point(string folder, string file, string column)
    {
        var golden = new NumpyArchive(SharedData.Require("golden", "nir", "braille_synthetic.npz"));
        Network network = NirReader.ReadFile(SharedData.Require("nets", folder, file)).Network;
        string source = network.Populations.OfType<SourcePopulation>().Single(population => population.Source is ExternalSource).Name;
        ListSource[] inputs = [.. Enumerable.Range(0, Inputs).Select(sample => Spikes(golden["input"].Row(sample)))];
        CalibrationSample[] samples =
        [
            .. inputs.Select(spikes => new CalibrationSample { Input = new Dictionary<string, ListSource>(StringComparer.Ordinal) { [source] = spikes }, Timesteps = Timesteps }),
        ];
        ChipSpec.Spec.ChipSpec chip = Presets.Load("loihi1");
        CompilationResult compiled = NetworkCompiler.Compile(
            network, chip, new CompilerOptions { WeightBits = 8, Calibration = [.. samples.Where((_, sample) => sample % 2 == 0)] });

        using var machine = new Machine(compiled.Image, chip, new MachineOptions());
        var counter = new SpikeCounter(machine.Neurons);
        machine.Attach(counter);
        int output = compiled.Image.Populations.Single(population => population.IsOutput).FirstNeuron;
        int alike = 0;
        for (int sample = 0; sample < Inputs; sample++)
        {
            machine.Reset();
            counter.Clear();
            foreach ((int spike, long timestep) in inputs[sample].Timesteps.Index())
            {
                machine.Inject(source, timestep, [inputs[sample].Neurons[spike]]);
            }

            machine.Run(Timesteps + Layers);
            alike += LargestOf(counter.Counts.Slice(output, Letters)) == LargestOf(Counts(golden[$"{column}__zero__out"].Row(sample))) ? 1 : 0;
        }

        Assert.InRange(alike, 0.95 * Inputs, Inputs);
    }

    private static ListSource Spikes(ReadOnlySpan<double> input)
    {
        List<long> timesteps = [];
        List<int> neurons = [];
        for (int i = 0; i < input.Length; i++)
        {
            if (input[i] != 0)
            {
                timesteps.Add(1 + (i / Channels));
                neurons.Add(i % Channels);
            }
        }

        return new ListSource(timesteps, neurons);
    }

    private static long[] Counts(ReadOnlySpan<double> spikes)
    {
        long[] counts = new long[Letters];
        for (int i = 0; i < spikes.Length; i++)
        {
            counts[i % Letters] += (long)spikes[i];
        }

        return counts;
    }

    private static int LargestOf(ReadOnlySpan<long> counts)
    {
        int largest = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            largest = counts[i] > counts[largest] ? i : largest;
        }

        return largest;
    }
}
