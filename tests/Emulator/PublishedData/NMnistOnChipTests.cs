using System.Globalization;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Recordings;
using Ganglion.Tests.Shared;

namespace Ganglion.Emulator.Tests.PublishedData;

/// <summary>The published convolutional network for N-MNIST, with 8-bit weights in Loihi's integers, on real recordings.</summary>
public sealed class NMnistOnChipTests
{
    private const int CameraSize = 34;
    private const int Bins = 320;
    private const int WeightBits = 8;

    /// <summary>Layers of neurons, each of which hands its spikes on one timestep later.</summary>
    private const int Layers = 6;

    [Theory]
    [InlineData("unbounded")]
    [InlineData("loihi1")]
    public void Eight_bit_weights_classify_at_least_49_of_50_recordings(string chipName)
    {
        string file = SharedData.Require("nets", "nir", "cnn_sinabs.nir");
        string[] recordings = [.. Directory.GetFiles(SharedData.Require("data", "nmnist", "test100"), "*.bin").Order(StringComparer.Ordinal)];
        Assert.Equal(50, recordings.Length);
        Network network = NirReader.ReadFile(file, new NirOptions()).Network;
        ChipSpec.Spec.ChipSpec chip = Presets.Load(chipName);
        CompilationResult compiled = NetworkCompiler.Compile(network, chip, new CompilerOptions { WeightBits = WeightBits });
        using var machine = new Machine(compiled.Image, chip, new MachineOptions { Workers = 2 });
        var counter = new SpikeCounter(machine.Neurons);
        machine.Attach(counter);
        int output = compiled.Image.Populations.Single(population => population.IsOutput).FirstNeuron;

        int right = 0;
        foreach (string recording in recordings)
        {
            machine.Reset();
            counter.Clear();
            machine.Inject(network.Populations[0].Name, EventBins.Count(NMnistReader.ReadFile(recording), CameraSize, CameraSize));
            machine.Run(Bins + Layers);
            ReadOnlySpan<long> classes = counter.Counts.Slice(output, 10);
            right += IndexOfLargest(classes) == Label(recording) ? 1 : 0;
        }

        Assert.InRange(right, 49, 50);
    }

    private static int Label(string recording) =>
        int.Parse(Path.GetFileNameWithoutExtension(recording)[^1..], CultureInfo.InvariantCulture);

    private static int IndexOfLargest(ReadOnlySpan<long> values)
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
    }
}
