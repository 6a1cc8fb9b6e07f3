using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.EndToEnd.Tests.Neurons;

/// <summary>The network of examples/resonators does what its page says.</summary>
public sealed class ResonatorTests
{
    [Fact]
    public void Each_resonator_fires_for_its_own_rhythm_alone()
    {
        ChipSpec.Spec.ChipSpec chip = Presets.Load("loihi2");
        ChipImage image = NetworkCompiler.Compile(NetYamlReader.ReadFile(ExampleFolder.Path("resonators", "resonators.net.yaml")), chip).Image;
        using var machine = new Machine(image, chip);
        var log = new SpikeLog(image.Populations.Single(population => population.Name == "bank").FirstNeuron);
        machine.Attach(log);

        machine.Run(320);

        Assert.Equal(
            [.. Enumerable.Range(0, 8).Select(k => (51L + (12 * k), 2)), .. Enumerable.Range(0, 18).Select(k => (170L + (8 * k), 0))], log.Spikes);
    }

    private sealed class SpikeLog(int firstNeuron) : ITimestepObserver
    {
        public List<(long Timestep, int Neuron)> Spikes { get; } = [];

        public void Observe(in TimestepRecord record)
        {
            foreach (int neuron in record.Spikes)
            {
                if (neuron >= firstNeuron)
                {
                    Spikes.Add((record.Timestep, neuron - firstNeuron));
                }
            }
        }
    }
}
