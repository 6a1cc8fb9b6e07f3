using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using PureHDF;
using PureHDF.Filters;
using PureHDF.VOL.Native;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>Edges, cycles, subgraphs and encodings of files written here.</summary>
public sealed class GeneratedGraphTests
{
    [Fact]
    public void Edges_that_meet_are_added_and_an_edge_that_is_listed_twice_counts_twice()
    {
        NirImport import = new NirGraphFile().Input("a", 1).Input("b", 1).Node("i", "I", ("r", (double[])[1])).Output("out", 1)
            .Path("a", "i", "out").Path("b", "i").Path("b", "i").Import();
        var simulation = new ReferenceSimulation(import.Network);
        simulation.Feed("a", new ListSource([1], [0]));
        simulation.Feed("b", new ListSource([2], [0]));

        simulation.Step();
        double first = simulation.Potential("i")[0];
        simulation.Step();

        Assert.Equal(1, first);
        Assert.Equal(3, simulation.Potential("i")[0]);
        Assert.Equal("GAN1222", Assert.Single(import.Warnings).Code);
    }

    [Fact]
    public void The_order_of_edges_does_not_matter()
    {
        static NirGraphFile Nodes() => new NirGraphFile().Input("in", 1).Node("w", "Linear", ("weight", new double[,] { { 1 } }))
            .Node("a", "IF", ("r", 1.0), ("v_threshold", 0.5)).Node("b", "IF", ("r", 1.0), ("v_threshold", 0.5)).Output("out", 1);

        Network forward = Nodes().Path("in", "a", "b", "out").Path("b", "w", "a").Import().Network;
        Network backward = Nodes().Path("b", "w", "a").Path("b", "out").Path("a", "b").Path("in", "a").Import().Network;

        Assert.Equal(Describe(forward), Describe(backward));
        Assert.Equal("a -> b 0, b -> w -> a 1, in -> a 0", Describe(forward));
    }

    [Fact]
    public void A_cycle_with_a_delay_node_needs_no_other_delay()
    {
        NirGraphFile graph = new NirGraphFile().Input("in", 1).Node("a", "IF", ("r", 1.0), ("v_threshold", 0.5))
            .Node("d", "Delay", ("delay", 0.0003)).Output("out", 1).Path("in", "a", "out").Path("a", "d", "a");

        (List<string> spikes, _) = NirRun.Run(graph.Import(), "a", [[1], [0], [0], [0], [0], [0], [0]]);

        Assert.Equal(["1:0", "4:0", "7:0"], spikes);
    }

    [Fact]
    public void Subgraphs_are_dissolved_with_dotted_names()
    {
        NirGraphFile inner = new NirGraphFile().Input("input", 2).Node("lif", "IF", ("r", (double[])[1, 1]), ("v_threshold", 0.5)).Output("output", 2)
            .Path("input", "lif", "output");
        NirGraphFile outer = new NirGraphFile().Input("input", 2).Node("inner", inner).Output("output", 2).Path("input", "inner", "output");

        Network network = new NirGraphFile().Input("in", 2).Node("g", outer).Output("out", 2).Path("in", "g", "out").Import().Network;

        Assert.Equal(["in", "g.inner.lif"], network.Populations.Select(p => p.Name));
        Assert.Equal(["g.inner.lif"], network.Outputs);
        Assert.Equal("in -> g.inner.lif 0", Describe(network));
    }

    [Fact]
    public void Compressed_and_narrow_numbers_are_read()
    {
        var creation = new H5DatasetCreation(Filters: [ShuffleFilter.Id, DeflateFilter.Id]);
        var weight = new H5Dataset(new float[,] { { 1, 2 }, { 3, 4 } }, chunks: [1, 2], datasetCreation: creation);
        NirGraphFile graph = new NirGraphFile().Input("in", 2).Node("fc", "Linear", ("weight", weight))
            .Node("i", "I", ("r", (Half[])[(Half)1, (Half)0.5])).Output("out", 2).Path("in", "fc", "i", "out");

        (_, double[][] values) = NirRun.Run(graph.Import(), "i", [[1, 1]]);

        Assert.Equal([3, 3.5], values[0]);
    }

    private static string Describe(Network network) => string.Join(", ", network.Projections
        .Select(p => $"{p.Name} {p.Connectivity.Delays.Max}").Order(StringComparer.Ordinal));
}
