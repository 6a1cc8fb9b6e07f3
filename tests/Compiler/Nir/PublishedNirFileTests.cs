using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Tests.Shared;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>Every file collected from public repositories is taken, or refused with the element that is at fault.</summary>
public sealed class PublishedNirFileTests
{
    private const string Braille38 = "input 12, lif1.lif 38, lif2 7, lif1.lif.bias 1, lif2.bias 1";
    private const string Cnn = "input 2312, 1 4096, 3 4096, 6 512, 10 256, 12 10";
    private static readonly string[] Folders = ["nir", "nir-history", "nir-other", "nir-edge-cases"];

    public static TheoryData<string, string, string> Taken => new()
    {
        { "nir/braille_noDelay_bias_zero.nir", Braille38, "lif2" },
        { "nir/braille_noDelay_noBias_subtract.nir", "input 12, lif1.lif 40, lif2 7", "lif2" },
        { "nir/cnn_sinabs.nir", Cnn, "12" },
        { "nir/lif_norse.nir", "input 1, 1 1", "1" },
        { "nir/lif_rockpool.nir", "input 1, 1_LIFNeuronTorch 1", "1_LIFNeuronTorch" },
        { "nir/two_lif_neurons.nir", "in 1, lif1 1, lif2 1", "lif2" },
        { "nir-history/braille_047410e.nir", Braille38, "lif2" },
        { "nir-history/braille_111b0a4.nir", Braille38, "lif2" },
        { "nir-history/braille_11a0ee4.nir", Braille38, "lif2" },
        { "nir-history/braille_82d89d4.nir", Braille38, "lif2" },
        { "nir-history/braille_flattened_1900430.nir", "input 12, lif1 38, lif2 7, lif1.bias 1, lif2.bias 1", "lif2" },
        { "nir-history/braille_noDelay_bias_zero_5e2efd7.nir", Braille38, "lif2" },
        { "nir-history/braille_noDelay_noBias_subtract_90a7fbb.nir", "input 12, lif1.lif 40, lif2 7", "lif2" },
        { "nir-history/braille_subgraph_77b4a80.nir", "input 12, hidden.lif 38, lif2 7, hidden.lif.bias 1, lif2.bias 1", "lif2" },
        { "nir-history/braille_subtract_3cbddd2.nir", "input 12, lif1.lif 55, lif2 7, lif1.lif.bias 1, lif2.bias 1", "lif2" },
        { "nir-history/braille_v2a_64a0b95.nir", Braille38, "lif2" },
        { "nir-history/lif_norse_2b0feb3.nir", "input 1, 1 1", "1" },
        { "nir-history/lif_norse_3a3afb6.nir", "input 1000, lif 1000", "lif" },
        { "nir-history/lif_norse_ce5f8e1.nir", "input 1, 1 1", "1" },
        { "nir-history/lif_rockpool_d70a32c.nir", "input 1, 1_LIFNeuronTorch 1", "1_LIFNeuronTorch" },
        { "nir-history/scnn_mnist_232ebad.nir", Cnn, "12" },
        { "nir-history/scnn_mnist_669fbfa.nir", Cnn, "12" },
        { "nir-history/scnn_mnist_89e0a61.nir", Cnn, "12" },
        { "nir-history/scnn_mnist_batches_9122dac.nir", Cnn, "12" },
        { "nir-history/scnn_mnist_e5ac832.nir", Cnn, "12" },
        { "nir-history/two_lif_neurons_b23438d.nir", "in 1, lif1 1, lif2 1", "lif2" },
        { "nir-other/norse__braille_82d89d4.nir", Braille38, "lif2" },
        { "nir-other/rockpool__braille_ccffe66.nir", "input 12, hidden.lif 38, lif2 7, hidden.lif.bias 1, lif2.bias 1", "lif2" },
        { "nir-other/snntorch__lif_ce5f8e1.nir", "input 1, 1 1", "1" },
        { "nir-other/snntorch__scnn_mnist_89e0a61.nir", Cnn, "12" },
        { "nir-other/spyx__braille_noDelay_bias_zero_subgraph_0d0f684.nir", "input 12, lif1.lif1 38, lif2 7, lif1.lif1.bias 1, lif2.bias 1", "lif2" },
        { "nir-other/spyx__braille_noDelay_noBias_subtract_subgraph_23b72c7.nir", "input 12, lif1.lif1 40, lif2 7", "lif2" },
        { "nir-other/spyx__lif_norse_ce5f8e1.nir", "input 1, 1 1", "1" },
        { "nir-other/spyx__scnn_mnist_9daeaa7.nir", Cnn, "12" },
        { "nir-edge-cases/conv1d.nir", "input 40, output 30", "output" },
        { "nir-edge-cases/scalar_lif_like_snntorch.nir", "input 3, lif 4", "lif" },
        { "nir-edge-cases/subgraph.nir", "input 3, rnn.lif 6, li 2", "li" },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        { "nir/braille_noDelay_bias_zero_subgraph.nir", "GAN1207", "node 'lif1' (NIRGraph), edge 'input' -> 'lif'" },
        { "nir/braille_noDelay_noBias_subtract_subgraph.nir", "GAN1207", "node 'lif1' (NIRGraph), edge 'input' -> 'lif'" },
        { "nir-history/Braille_snntorch_3049cfa.nir", "GAN1201", "file" },
        { "nir-history/braille_a7c67c3.nir", "GAN1207", "edge 'fc1' -> 'lif1'" },
        { "nir-history/braille_c381ba2.nir", "GAN1208", "edge 'lif1r' -> 'lif1'" },
        { "nir-history/braille_f4edd0a.nir", "GAN1207", "edge 'fc1' -> 'lif1'" },
        { "nir-history/braille_noDelay_bias_zero_subgraph_2405737.nir", "GAN1207", "node 'lif1' (NIRGraph), edge 'lin' -> 'lif'" },
        { "nir-history/braille_noDelay_noBias_subtract_subgraph_4b359ff.nir", "GAN1207", "node 'lif1' (NIRGraph), edge 'lif' -> 'output'" },
        { "nir-history/braille_subtract_subgraph_aee771e.nir", "GAN1207", "node 'lif1' (NIRGraph), edge 'lif' -> 'lin'" },
        { "nir-history/braille_v2_50b2fc2.nir", "GAN1207", "edge 'lif1' -> 'fc2'" },
        { "nir-history/braille_v2_c777885.nir", "GAN1207", "edge 'lif1' -> 'fc2'" },
        { "nir-history/braille_zero_subgraph_c5db44f.nir", "GAN1207", "node 'lif1' (NIRGraph), edge 'input' -> 'lif'" },
        { "nir-history/scnn_mnist_ac9b387.nir", "GAN1208", "edge '5' -> '6'" },
        { "nir-other/NIR_docs__oxford_network.net", "GAN1202", "file" },
        { "nir-edge-cases/all_gzip.nir", "GAN1210", "node 'li' (LI)" },
        { "nir-edge-cases/all_none.nir", "GAN1210", "node 'cubali' (CubaLI)" },
        { "nir-edge-cases/all_lzf.nir", "GAN1210", "node 'li' (LI)" },
        { "nir-edge-cases/all_szip.nir", "GAN1202", "group '/node'" },
        { "nir-edge-cases/edge_fixedstr_be_latest.nir", "GAN1203", "node 'input' (Input), dataset 'shape'" },
        { "nir-edge-cases/edge_half_chunked_fletcher.nir", "GAN1212", "group '/node'" },
        { "nir-edge-cases/observables.h5", "GAN1202", "file" },
        { "nir-edge-cases/shd_like.h5", "GAN1202", "file" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Is_taken_with_these_populations(string file, string populations, string output)
    {
        NirImport import = NirReader.ReadFile(SharedData.Require(["nets", .. file.Split('/')]));

        Assert.Equal(populations, string.Join(", ", import.Network.Populations.Select(p => $"{p.Name} {p.Count}")));
        Assert.Equal([output], import.Network.Outputs);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_with_the_element_named(string file, string code, string element)
    {
        string path = SharedData.Require(["nets", .. file.Split('/')]);

        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => NirReader.ReadFile(path));

        Assert.Contains(refusal.Diagnostics, d => d.Code == code && d.Location.File == path && d.Location.Path == element);
    }

    [Fact]
    public void No_file_is_left_out()
    {
        string[] named = [.. Taken.Concat(Refused).Select(row => row.Data.Item1).Order(StringComparer.Ordinal)];
        string nets = SharedData.Require("nets");
        string[] present =
        [
            .. Folders
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(nets, folder)).Select(f => $"{folder}/{Path.GetFileName(f)}"))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(present, named);
    }

    [Theory]
    [InlineData("nir-history/braille_flattened_1900430.nir", "GAN1220", "node 'lif1' (CubaLIF), dataset 'tau_syn'")]
    [InlineData("nir-other/rockpool__braille_ccffe66.nir", "GAN1220", "node 'hidden.lif' (CubaLIF), dataset 'tau_mem'")]
    [InlineData("nir-other/rockpool__braille_ccffe66.nir", "GAN1223", "node 'hidden.input' (Input), dataset 'shape'")]
    [InlineData("nir-edge-cases/conv1d.nir", "GAN1224", "node 'output' (Output)")]
    public void Is_taken_with_a_warning(string file, string code, string element) => Assert.Contains(
        NirReader.ReadFile(SharedData.Require(["nets", .. file.Split('/')])).Warnings,
        d => d.Code == code && d.Location.Path == element);

    [Fact]
    public void Time_constants_in_timesteps_are_no_surprise_with_a_timestep_of_one() => Assert.DoesNotContain(
        NirReader.ReadFile(SharedData.Require("nets", "nir-other", "rockpool__braille_ccffe66.nir"), new NirOptions { TimestepSeconds = 1 }).Warnings,
        d => d.Code == "GAN1220");

    [Fact]
    public void A_flat_graph_and_its_subgraph_form_are_the_same_network()
    {
        Network flat = NirReader.ReadFile(SharedData.Require("nets", "nir", "braille_noDelay_bias_zero.nir")).Network;
        Network nested = NirReader.ReadFile(SharedData.Require("nets", "nir-other", "spyx__braille_noDelay_bias_zero_subgraph_0d0f684.nir")).Network;

        var flatRow = new List<Synapse>();
        var nestedRow = new List<Synapse>();
        for (int p = 0; p < flat.Projections.Count; p++)
        {
            int sources = flat[flat.Projections[p].Source].Count;
            Assert.Equal(sources, nested[nested.Projections[p].Source].Count);
            for (int s = 0; s < sources; s++)
            {
                flat.Projections[p].Connectivity.AppendRow(s, flatRow);
                nested.Projections[p].Connectivity.AppendRow(s, nestedRow);
            }
        }

        Assert.Equal((38 * 12) + (38 * 38) + (7 * 38) + 38 + 7, flatRow.Count);
        Assert.Equal(flatRow, nestedRow);
    }
}
