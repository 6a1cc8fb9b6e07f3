using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using Ganglion.Emulator.Encoding;
using Ganglion.Emulator.Recordings;
using Ganglion.Tests.Shared;

namespace Ganglion.EndToEnd.Tests.Published;

/// <summary>The convolutional network of the NIR paper on recordings of N-MNIST, in double precision, against an independent simulation.</summary>
public sealed class NMnistTests
{
    private const int Timesteps = 320;

    [Theory]
    [InlineData("zero", ResetMode.ToValue, 50)]
    [InlineData("subtract", ResetMode.Subtract, 49)]
    public void Every_neuron_of_every_layer_fires_as_often_as_published(string column, ResetMode reset, int correct)
    {
        string recordings = SharedData.Require("data", "nmnist", "test100");
        var golden = new NumpyArchive(SharedData.Require("golden", "nir", "nmnist_cnn_test100.npz"));
        Network network = NirReader.ReadFile(SharedData.Require("nets", "nir", "cnn_sinabs.nir"), new NirOptions { Reset = reset }).Network;
        var simulation = new ReferenceSimulation(network);
        double[] ids = golden["sample_id"].Values;

        int right = 0;
        for (int sample = 0; sample < ids.Length; sample++)
        {
            int label = (int)golden["label"].Values[sample];
            string file = Path.Combine(recordings, $"{ids[sample]}_label{label}.bin");
            Dictionary<string, double[]> counts = Count(simulation, EventBins.Count(NMnistReader.ReadFile(file), 34, 34));

            foreach (string layer in new[] { "1", "3", "6", "10" })
            {
                Assert.Equal(golden[$"{column}_layer{layer}_counts"].Row(sample), counts[layer]);
            }

            Assert.Equal(golden[$"{column}_out_counts"].Row(sample), counts["12"]);
            right += Array.IndexOf(counts["12"], counts["12"].Max()) == label ? 1 : 0;
        }

        Assert.Equal(50, ids.Length);
        Assert.Equal(correct, right);
    }

    private static Dictionary<string, double[]> Count(ReferenceSimulation simulation, SpikeTrain input)
    {
        var counts = simulation.Network.Populations.OfType<NeuronPopulation>().ToDictionary(p => p.Name, p => new double[p.Count]);
        simulation.Reset();
        simulation.Feed("input", new ListSource(input.Timesteps, input.Neurons));
        for (int t = 0; t < Timesteps; t++)
        {
            simulation.Step();
            foreach ((string population, double[] count) in counts)
            {
                foreach (int neuron in simulation.Spikes(population))
                {
                    count[neuron]++;
                }
            }
        }

        return counts;
    }
}
