using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Nir;

public sealed class NirRefusalTests
{
    [Theory]
    [InlineData("missing.nir")]
    [InlineData("")]
    [InlineData("/")]
    public void A_file_that_cannot_be_opened(string path) => Assert.Equal(
        "GAN1201", Assert.Single(Assert.Throws<InvalidInputException>(() => NirReader.ReadFile(path)).Diagnostics).Code);

    [Fact]
    public void A_file_without_end()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "this system has no /dev/zero");

        Assert.Equal("GAN1201", Assert.Single(Assert.Throws<InvalidInputException>(() => NirReader.ReadFile("/dev/zero")).Diagnostics).Code);
    }

    [Fact]
    public void An_unknown_type() => Expect(Lif().Node("x", "Sigmoid"), "GAN1205", "node 'x'", "'Sigmoid'");

    [Fact]
    public void A_dangling_edge_with_the_names_that_exist() =>
        Expect(Lif().Path("lif", "lif1"), "GAN1207", "edge 'lif' -> 'lif1'", "'lif1'");

    [Fact]
    public void An_edge_into_an_input() => Expect(Lif().Path("lif", "in"), "GAN1207", "edge 'lif' -> 'in'", "Input");

    [Fact]
    public void An_edge_out_of_an_output() => Expect(Lif().Path("out", "lif"), "GAN1207", "edge 'out' -> 'lif'", "Output");

    [Fact]
    public void A_missing_parameter() =>
        Expect(Lif().Node("lif", "LIF", ("tau", 0.01), ("r", 1.0), ("v_leak", 0.0)), "GAN1206", "node 'lif' (LIF), dataset 'v_threshold'", "missing");

    [Fact]
    public void Weights_that_are_not_numbers() => Expect(
        Lif().Node("fc", "Linear", ("weight", new[,] { { 1.0, double.NaN }, { 0.0, 1.0 } })), "GAN1206", "node 'fc' (Linear), dataset 'weight'", "value 1 of 4 is NaN");

    [Fact]
    public void Text_for_numbers() => Expect(
        Lif().Node("lif", "LIF", ("tau", "slow"), ("r", 1.0), ("v_leak", 0.0), ("v_threshold", 1.0)), "GAN1206", "node 'lif' (LIF), dataset 'tau'", "slow");

    [Fact]
    public void A_bias_of_another_length() => Expect(
        Lif().Node("fc", "Affine", ("weight", new double[2, 2]), ("bias", new double[3])), "GAN1206", "node 'fc' (Affine), dataset 'bias'", "2");

    [Fact]
    public void Weights_that_are_no_matrix() =>
        Expect(Lif().Node("fc", "Linear", ("weight", new double[4])), "GAN1206", "node 'fc' (Linear), dataset 'weight'", "(4)");

    [Fact]
    public void Shapes_that_do_not_fit() =>
        Expect(Lif().Node("fc", "Linear", ("weight", new double[2, 3])), "GAN1208", "edge 'in' -> 'fc'", "(2)");

    [Fact]
    public void A_negative_size() => Expect(Lif().Input("in", -2L), "GAN1206", "node 'in' (Input), dataset 'shape'", "-2");

    [Fact]
    public void A_huge_size() => Expect(Lif().Input("in", 1_000_000_000L), "GAN1204", "node 'in' (Input)", "1000000000");

    [Fact]
    public void A_size_that_overflows() =>
        Expect(Lif().Input("in", 2_000_000_000L, 2_000_000_000L, 4L), "GAN1204", "node 'in' (Input)", "2000000000");

    [Fact]
    public void A_negative_time_constant() =>
        Expect(Lif(tau: -0.01), "GAN1206", "node 'lif' (LIF), dataset 'tau'", "-0.01");

    [Fact]
    public void A_time_constant_for_which_Euler_diverges() =>
        Expect(Lif(tau: 0.00004), "GAN1206", "node 'lif' (LIF), dataset 'tau'", "4E-05");

    [Fact]
    public void A_cycle_without_neurons() => Expect(
        Lif().Node("a", "Linear", ("weight", new double[2, 2])).Path("fc", "a", "fc"), "GAN1211", "node 'fc' (Linear)", "'a'");

    [Fact]
    public void A_potential_that_is_sent_on() => Expect(
        Lif().Node("li", "LI", ("tau", 0.01), ("r", 1.0), ("v_leak", 0.0)).Path("fc", "li", "lif"), "GAN1210", "node 'li' (LI)", "'lif'");

    [Fact]
    public void A_shape_that_nothing_tells() => Expect(
        Lif().Node("x", "LIF", ("tau", 0.01), ("r", 1.0), ("v_leak", 0.0), ("v_threshold", 1.0)), "GAN1209", "node 'x' (LIF)", "single numbers");

    [Fact]
    public void A_graph_without_neurons() =>
        Expect(new NirGraphFile().Input("in", 2L), "GAN1212", "group '/node'", "1 nodes");

    [Fact]
    public void A_delay_beyond_all_bounds() =>
        Expect(Lif().Node("d", "Delay", ("delay", 1e9)).Path("fc", "d", "lif"), "GAN1204", "node 'd' (Delay), dataset 'delay'", "1000000000");

    [Fact]
    public void A_negative_delay() =>
        Expect(Lif().Node("d", "Delay", ("delay", -1e-3)).Path("fc", "d", "lif"), "GAN1206", "node 'd' (Delay), dataset 'delay'", "-0.001");

    [Fact]
    public void A_convolution_that_does_not_fit_into_its_input() => Expect(
        Convolution((5, 5), stride: 1, padding: 0), "GAN1208", "node 'conv' (Conv2d)", "does not fit");

    [Fact]
    public void Padding_same_with_a_stride() =>
        Expect(Convolution((3, 3), stride: 2, padding: "same"), "GAN1206", "node 'conv' (Conv2d), dataset 'padding'", "'same'");

    [Fact]
    public void A_stride_of_zero() => Expect(Convolution((3, 3), stride: 0, padding: 0), "GAN1206", "node 'conv' (Conv2d), dataset 'stride'", "0");

    [Fact]
    public void Nesting_beyond_all_bounds()
    {
        NirGraphFile graph = Lif();
        for (int depth = 0; depth < 20; depth++)
        {
            graph = new NirGraphFile().Node("g", graph);
        }

        IReadOnlyList<Diagnostic> findings = graph.Refusal();

        Assert.Contains(findings, d => d.Code == "GAN1204" && d.Found.Contains("nested 17 deep", StringComparison.Ordinal));
    }

    [Fact]
    public void More_paths_than_can_be_told_apart()
    {
        NirGraphFile graph = Lif();
        string last = "fc";
        for (int layer = 0; layer < 30; layer++)
        {
            graph.Node($"a{layer}", "Scale", ("scale", 1.0)).Node($"b{layer}", "Scale", ("scale", 1.0)).Node($"c{layer}", "Scale", ("scale", 1.0));
            graph.Path(last, $"a{layer}", $"c{layer}").Path(last, $"b{layer}", $"c{layer}");
            last = $"c{layer}";
        }

        Assert.Contains(graph.Path(last, "lif").Refusal(), d => d.Code == "GAN1204" && d.Found.Contains("paths", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_paths_through_large_weights()
    {
        NirGraphFile graph = Lif().Node("large", "Linear", ("weight", new float[100_000, 2])).Node("t", "Threshold", ("threshold", 1.0)).Path("in", "large");
        for (int copy = 0; copy < 6000; copy++)
        {
            graph.Path("large", "t");
        }

        Assert.Contains(graph.Refusal(), d => d.Code == "GAN1204" && d.Found.Contains("1,200,000,004", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once()
    {
        IReadOnlyList<Diagnostic> findings = Lif()
            .Node("a", "Sigmoid").Node("b", "Linear", ("weight", new double[3])).Path("a", "nowhere").Refusal();

        Assert.Contains(findings, d => d.Code == "GAN1205");
        Assert.Contains(findings, d => d.Code == "GAN1207");
    }

    [Fact]
    public void A_timestep_that_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Lif().Import(new NirOptions { TimestepSeconds = 0 }));

    private static void Expect(NirGraphFile graph, string code, string path, string found)
    {
        IReadOnlyList<Diagnostic> findings = graph.Refusal();

        Assert.Contains(findings, d => d.Code == code && d.Location.Path == path && d.ToString().Contains(found, StringComparison.Ordinal));
        Assert.All(findings, d => Assert.NotNull(d.Location.File));
    }

    private static NirGraphFile Lif(double tau = 0.01) => new NirGraphFile()
        .Input("in", 2L)
        .Node("fc", "Linear", ("weight", new[,] { { 1.0, 0.0 }, { 0.0, 1.0 } }))
        .Node("lif", "LIF", ("tau", tau), ("r", 1.0), ("v_leak", 0.0), ("v_threshold", 1.0))
        .Output("out", 2L)
        .Path("in", "fc", "lif", "out");

    private static NirGraphFile Convolution((int Height, int Width) kernel, int stride, object padding) => new NirGraphFile()
        .Input("in", 1L, 4L, 4L)
        .Node(
            "conv",
            "Conv2d",
            ("weight", new double[1, 1, kernel.Height, kernel.Width]),
            ("bias", new double[1]),
            ("stride", (int[])[stride, stride]),
            ("padding", padding),
            ("dilation", 1),
            ("groups", 1))
        .Node("if", "IF", ("r", 1.0), ("v_threshold", 1.0))
        .Path("in", "conv", "if");
}
