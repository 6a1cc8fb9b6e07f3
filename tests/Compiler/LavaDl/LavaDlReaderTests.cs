using Ganglion.Compiler.Import;
using Ganglion.Compiler.Import.LavaDl;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Networks;

namespace Ganglion.Compiler.Tests.LavaDl;

public sealed class LavaDlReaderTests
{
    private static readonly float[,] Matrix = { { 2, -4, 6 }, { -8, 10, -12 } };

    [Fact]
    public void A_dense_layer_becomes_registers_and_mantissas()
    {
        Network network = new LavaDlNetworkFile().Layer("dense", ("weight", Matrix), ("bias", (float[])[3, -4])).Import().Network;

        var neurons = Assert.IsType<LoihiNeurons>(Assert.IsType<NeuronPopulation>(network["dense0"]).Neurons);
        Assert.Equal([1024], neurons.CurrentDecay);
        Assert.Equal([128], neurons.PotentialDecay);
        Assert.Equal([40], neurons.ThresholdMantissa);
        Assert.Equal([3, -4], neurons.BiasMantissa);
        Assert.Equal([6], neurons.BiasExponent);
        Assert.Equal([3], network["input"].Shape);
        Assert.Equal(["dense0"], network.Outputs);
        Projection projection = Assert.Single(network.Projections);
        Assert.Equal(new IntegerWeights(8, 0, SignMode.Mixed), projection.Unit);
        DenseMatrix.AssertEqual(new double[,] { { 2, -4, 6 }, { -8, 10, -12 } }, DenseMatrix.Of(projection.Connectivity, 3, 2));
    }

    [Theory]
    [InlineData(new float[] { 1, 255 }, 0, SignMode.Excitatory, 1)]
    [InlineData(new float[] { -3, -255 }, 0, SignMode.Inhibitory, -3)]
    [InlineData(new float[] { -3, 5 }, -1, SignMode.Mixed, -6)]
    [InlineData(new float[] { -1024, 512 }, 2, SignMode.Mixed, -256)]
    [InlineData(new float[] { 256, 510 }, 1, SignMode.Excitatory, 128)]
    public void Weights_keep_their_values_in_the_smallest_exponent(float[] weights, int exponent, SignMode sign, double first)
    {
        float[,] matrix = { { weights[0], weights[1] } };

        Projection projection = new LavaDlNetworkFile().Layer("dense", ("weight", matrix)).Import().Network.Projections[0];

        Assert.Equal(new IntegerWeights(8, exponent, sign), projection.Unit);
        Assert.Equal(first, DenseMatrix.Of(projection.Connectivity, 2, 1)[0, 0]);
    }

    [Fact]
    public void A_convolution_a_pool_and_a_matrix_follow_each_other()
    {
        Network network = new LavaDlNetworkFile()
            .Layer("input", ("shape", (long[])[2, 6, 6]))
            .Layer("conv", ("weight", new float[3, 2, 3, 3, 1]), ("padding", (long[])[1, 1]), ("stride", (long[])[1, 1]), ("groups", 1L), ("shape", (long[])[3, 6, 6]))
            .Layer("pool", ("weight", 8f), ("kernelSize", (long[])[2, 2]))
            .Layer("flatten", ("shape", (long[])[1, 1, 27]))
            .Layer("dense", ("weight", new float[4, 27]))
            .Import().Network;

        Assert.Equal(["input0 2,6,6", "conv1 3,6,6", "pool2 3,3,3", "dense4 4"], network.Populations.Select(p => $"{p.Name} {string.Join(',', p.Shape)}"));
        Assert.Equal(27 * 4, DenseMatrix.Of(network.Projections[1].Connectivity, 108, 27).Cast<double>().Count(w => w == 8));
        Assert.All(network.Projections, p => Assert.Equal(0, p.Connectivity.Delays.Max));
    }

    [Fact]
    public void Delays_of_a_layer_act_on_what_it_sends()
    {
        Network network = new LavaDlNetworkFile()
            .Layer("dense", ("weight", Matrix), ("delay", (long[])[3, 0]))
            .Layer("dense", ("weight", new float[,] { { 2, 4 } }), ("delay", 1L))
            .Layer("dense", ("weight", new float[,] { { 6 } }))
            .Import().Network;

        Assert.Equal([0, 3, 1], network.Projections.Select(p => p.Connectivity.Delays.Max));
        Assert.Equal([3, 0], Enumerable.Range(0, 2).Select(s => Assert.Single(DenseMatrix.Row(network.Projections[1].Connectivity, s)).Delay));
    }

    [Fact]
    public void Recurrent_weights_act_a_timestep_later()
    {
        Projection recurrent = new LavaDlNetworkFile().Layer("dense", ("weight", Matrix), ("weight_rec", new float[,] { { 0, 2 }, { 4, 0 } })).Import().Network.Projections[1];

        Assert.Equal(("dense0", "dense0", 1), (recurrent.Source, recurrent.Target, recurrent.Connectivity.Delays.Min));
    }

    [Fact]
    public void An_image_drives_the_input_layer_as_its_bias()
    {
        LavaDlNetworkFile file = new LavaDlNetworkFile().Layer("input", ("shape", (long[])[1, 1, 3]), ("weight", 36f), ("bias", 34f)).Layer("dense", ("weight", Matrix));

        NetworkImport seen = file.Import(new LavaDlOptions { Image = [0, 0.5, 1] });
        NetworkImport driven = file.Import();

        Assert.Equal([-2, 34, 70], Assert.IsType<LoihiNeurons>(Assert.IsType<NeuronPopulation>(seen.Network["input0"]).Neurons).BiasMantissa);
        Assert.Empty(seen.Warnings);
        Assert.IsType<SourcePopulation>(driven.Network["input0"]);
        Assert.Equal(["GAN1620"], driven.Warnings.Select(w => w.Code));
    }
}
