using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.NetYaml;

namespace Ganglion.Compiler.Tests.Import;

public class NetYamlViolationTests
{
    [Theory]
    [InlineData("size: 2\nbogus: 1", "GAN1011", 1, 1)]
    [InlineData("name: n\nbogus: 1\nsources: {s: {size: 1, external: true}}", "GAN1012", 2, 1)]
    [InlineData("name: n\ntimestep: 0\nsources: {s: {size: 1, external: true}}", "GAN1103", 2, 11)]
    [InlineData("name: n\ntimestep: fast\nsources: {s: {size: 1, external: true}}", "GAN1010", 2, 11)]
    [InlineData("name: n", "GAN2064", null, null)]
    [InlineData("name: n\nsources:\n  s: {external: true}", "GAN1101", 3, 6)]
    [InlineData("name: n\nsources:\n  s: {size: 1, shape: [1], external: true}", "GAN1101", 3, 6)]
    [InlineData("name: n\nsources:\n  s: {size: 1}", "GAN1101", 3, 6)]
    [InlineData("name: n\nsources:\n  s: {size: 0, external: true}", "GAN1014", 3, 13)]
    [InlineData("name: n\nsources:\n  s: {size: 1000000000, external: true}", "GAN2054", 3, 3)]
    [InlineData("name: n\nsources:\n  s: {size: 1, external: false}", "GAN1101", 3, 26)]
    [InlineData("name: n\nsources:\n  s: {size: 1, spikes: [[0, 1]]}", "GAN1106", 3, 29)]
    [InlineData("name: n\nsources:\n  s: {size: 1, spikes: [[-1, 0]]}", "GAN1014", 3, 26)]
    [InlineData("name: n\nsources:\n  s: {size: 1, spikes: [[0]]}", "GAN1014", 3, 25)]
    [InlineData("name: n\nsources:\n  s: {size: 1, file: nowhere.csv}", "GAN1001", null, null)]
    [InlineData("name: n\nsources:\n  s: {size: 1, poisson: {rate: 10}}", "GAN1104", 3, 32)]
    [InlineData("name: n\ntimestep: 0.001\nsources:\n  s: {size: 1, poisson: {rate: 2000}}", "GAN1014", 4, 32)]
    [InlineData("name: n\nsources:\n  s: {size: 2, poisson: {probability: [0.1, 0.1, 0.1]}}", "GAN1102", 3, 39)]
    [InlineData("name: n\nsources:\n  s: {size: 2, poisson: {probability: 1.5}}", "GAN1014", 3, 39)]
    [InlineData("name: n\npopulations:\n  a: {size: 1}", "GAN1101", 3, 6)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, neurons: {model: lfi, threshold: 1}}", "GAN1015", 3, 33)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, neurons: {model: if}}", "GAN1011", 3, 25)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, neurons: {model: lif, tauMembrane: 0.02, threshold: 1}}", "GAN1104", 3, 25)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, neurons: {model: if, tauMembrane: 0.02, threshold: 1}}", "GAN1105", 3, 50)]
    [InlineData("name: n\ntimestep: 1\npopulations:\n  a: {size: 1, neurons: {model: li, tauMembrane: 2, threshold: 1}}", "GAN1105", 4, 64)]
    [InlineData("name: n\ntimestep: 1\npopulations:\n  a: {size: 1, neurons: {model: li, tauMembrane: -2}}", "GAN1103", 4, 50)]
    [InlineData("name: n\ntimestep: 1\npopulations:\n  a: {size: 1, neurons: {model: li, tauMembrane: 0.4}}", "GAN2056", 4, 3)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, neurons: {model: if, threshold: .nan}}", "GAN1014", 3, 48)]
    [InlineData("name: n\npopulations:\n  a: {size: 3, neurons: {model: if, threshold: [1, 2]}}", "GAN1102", 3, 48)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, neurons: {model: if, threshold: 1, treshold: 2}}", "GAN1012", 3, 51)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, loihi: {thresholdMantissa: 131072}}", "GAN2057", 3, 3)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, loihi: {tresholdMantissa: 1}}", "GAN1012", 3, 24)]
    [InlineData("name: n\npopulations:\n  a: {size: 2, loihi: {}, cores: [1, 2, 3]}", "GAN1102", 3, 34)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, loihi: {}}\n  a: {size: 1, loihi: {}}", "GAN1013", 4, 3)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, loihi: {}}\nsources:\n  a: {size: 1, external: true}", "GAN2051", 3, 3)]
    [InlineData("name: n\npopulations:\n  a: {size: 1, loihi: {}}\noutputs: [b]", "GAN2052", 4, 11)]
    public void Mistakes_in_populations_are_found_where_they_stand(string text, string code, int? line, int? column) =>
        AssertFinds(text, code, line, column);

    [Theory]
    [InlineData("{source: a, target: a}", "GAN1101", 5)]
    [InlineData("{source: a, target: a, oneToOne: {weight: 1}, allToAll: {weight: 1}}", "GAN1101", 5)]
    [InlineData("{source: a, oneToOne: {weight: 1}}", "GAN1011", 5)]
    [InlineData("{source: a, target: aa, oneToOne: {weight: 1}}", "GAN2052", 5)]
    [InlineData("{source: a, target: a, encoding: thick, oneToOne: {weight: 1}}", "GAN1015", 38)]
    [InlineData("{source: a, target: a, oneToOne: {}}", "GAN1011", 38)]
    [InlineData("{source: a, target: a, oneToOne: {weight: .inf}}", "GAN1014", 47)]
    [InlineData("{source: a, target: a, oneToOne: {weight: [1, 2]}}", "GAN1102", 47)]
    [InlineData("{source: a, target: a, oneToOne: {weight: 1, delay: -1}}", "GAN2058", 5)]
    [InlineData("{source: a, target: a, oneToOne: {weight: 1, delay: 0}}", "GAN2059", 5)]
    [InlineData("{source: a, target: a, oneToOne: {weight: 1}, integerWeights: {exponent: 8}}", "GAN1014", 78)]
    [InlineData("{source: a, target: a, oneToOne: {weight: 1}, integerWeights: {sgin: mixed}}", "GAN1012", 68)]
    [InlineData("{source: a, target: a, allToAll: {weight: [[1, 2], [3, 4]]}}", "GAN1102", 47)]
    [InlineData("{source: a, target: a, allToAll: {weight: [[1, 2, 3], [1, 2], [1, 2, 3]]}}", "GAN1102", 59)]
    [InlineData("{source: a, target: a, allToAll: {weight: [1, 2, 3]}}", "GAN1102", 47)]
    [InlineData("{source: a, target: a, random: {probability: 2, weight: 1}}", "GAN1014", 50)]
    [InlineData("{source: a, target: a, random: {probability: 1, weight: {uniform: [1]}}}", "GAN1014", 71)]
    [InlineData("{source: a, target: a, random: {probability: 1, weight: {uniform: [2, 1]}}}", "GAN2058", 5)]
    [InlineData("{source: a, target: a, random: {probability: 1, weight: {}}}", "GAN1101", 61)]
    [InlineData("{source: a, target: a, random: {probability: 1, weight: 1, delay: {normal: {mean: 3, standardDeviation: 1}}}}", "GAN2058", 5)]
    [InlineData("{source: a, target: a, explicit: {synapses: [[0, 3, 1]]}}", "GAN1106", 54)]
    [InlineData("{source: a, target: a, explicit: {synapses: [[3, 0, 1]]}}", "GAN1106", 51)]
    [InlineData("{source: a, target: a, explicit: {synapses: [[0, 0]]}}", "GAN1014", 50)]
    [InlineData("{source: a, target: a, explicit: {synapses: [[0, 0, 1, -1]]}}", "GAN1014", 60)]
    [InlineData("{source: a, target: a, convolution: {kernel: [[[1]]]}}", "GAN2058", 5)]
    [InlineData("{source: c, target: c, convolution: {kernel: [[[1]]]}}", "GAN1102", 50)]
    [InlineData("{source: c, target: c, convolution: {kernel: [[[[1, 2]]]]}}", "GAN2058", 5)]
    [InlineData("{source: c, target: c, convolution: {kernel: [[[[1]]]], stride: 0}}", "GAN1014", 69)]
    public void Mistakes_in_projections_are_found_where_they_stand(string projection, string code, int column)
    {
        const string head = "name: n\npopulations: {a: {size: 3, loihi: {}}, c: {shape: [1, 2, 2], loihi: {}}}\nprojections:\n  - ";
        AssertFinds(head + projection, code, 4, column);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        InvalidInputException exception = Refused("""
            name: n
            timestep: 0.001
            populations:
              hidden: {size: 3, neurons: {model: lif, tauMembrane: -1, threshold: [1, 2], treshold: 1}}
              other: {size: 3, loihi: {biasExponent: 9}}
            projections:
              - {source: hidden, target: othr, oneToOne: {weight: 1}}
              - {source: other, target: other, alltoall: {weight: 1}}
            outputs: [hiden]
            """);
        Assert.Equal(
            ["GAN1103:4", "GAN1102:4", "GAN1012:4", "GAN1101:8", "GAN1012:8", "GAN2057:5", "GAN2052:7", "GAN2052:9"],
            exception.Diagnostics.Select(d => $"{d.Code}:{d.Location.Line}"));
        Assert.Contains("'allToAll'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'other'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_that_are_faulty_themselves_are_not_reported_as_missing() => AssertFinds(
        "name: n\npopulations: {a: {size: 0, loihi: {}}}\nprojections: [{source: a, target: a, oneToOne: {weight: [1, 2]}}]\noutputs: [a]", "GAN1014", 2, 25);

    [Fact]
    public void A_wrong_spike_file_is_reported_with_its_own_position()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "timestep,neuron\n1,0\n1,2\n");
        try
        {
            Diagnostic finding = Assert.Single(Refused($"name: n\nsources: {{s: {{size: 2, file: '{path}'}}}}").Diagnostics);
            Assert.Equal(("GAN1412", path, 3), (finding.Code, finding.Location.File, finding.Location.Line));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void AssertFinds(string text, string code, int? line, int? column)
    {
        Diagnostic finding = Refused(text).Diagnostics[0];
        Assert.Equal((code, line, column), (finding.Code, finding.Location.Line, finding.Location.Column));
        Assert.All(Refused(text).Diagnostics, d => Assert.True(d.Location.File is not null || d.Code == "GAN2064"));
    }

    private static InvalidInputException Refused(string text) =>
        Assert.Throws<InvalidInputException>(() => NetYamlReader.Read(text, "test.net.yaml"));
}
