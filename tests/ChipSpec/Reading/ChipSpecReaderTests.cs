using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Tests.Reading;

public sealed class ChipSpecReaderTests
{
    // Each row: what to replace in the Loihi preset, by what, and the code, path and a part of the message that must come out.
    [Theory]
    [InlineData("compartments: 1024 ", "compartments: many ", "GAN1010", "core.compartments", "an integer from 1")]
    [InlineData("compartments: 1024 ", "compartments: 0 ", "GAN1014", "core.compartments", "allowed: an integer from 1")]
    [InlineData("inAxons: 4096", "inAxon: 4096", "GAN1012", "core.inAxon", "did you mean 'inAxons'?")]
    [InlineData("family: loihi", "family: loihi9", "GAN1015", "family", "did you mean 'loihi'?")]
    [InlineData("id: loihi1", "id: lo ihi", "GAN1032", "id", "rename it")]
    [InlineData("name: Intel Loihi (2018)", "", "GAN1011", "", "key 'name' is missing")]
    [InlineData("routing: xy", "routing: yx", "GAN1015", "mesh.routing", "allowed: xy")]
    [InlineData("[1, 2, 3, 4, 5, 6, 8]", "[1, 3, 2]", "GAN1030", "synapse.weightBits[2]", "ascending")]
    [InlineData("{min: 0, max: 62}", "{min: 63, max: 62}", "GAN1030", "synapse.delay", "min 63 above max 62")]
    [InlineData("  packing:  ", "  packing: 3\n  other:  ", "GAN1010", "synapse.packing", "")]
    [InlineData("multicast: false", "multicast: no", "GAN1010", "mesh.multicast", "true or false")]
    [InlineData("width: 8 ", "width: 65536 ", "GAN1030", "mesh", "")]
    [InlineData("name: silicon", "name: davies2018", "GAN1031", "prices[1].name", "a second time")]
    [InlineData("models: [loihi-cuba-lif]", "models: [a, a]", "GAN1031", "compartment.models[1]", "a second time")]
    [InlineData("spike: {value: 69.3, unit: pJ", "spike: {value: 69.3, unit: ns", "GAN1015", "prices[1].energy.spike.unit", "allowed: pJ, nJ")]
    [InlineData("spike: {value: 69.3, unit: pJ", "spike: {value: -1, unit: pJ", "GAN1014", "prices[1].energy.spike.value", "of at least 0")]
    [InlineData("evidence: derived, source: frady2020, note: 3.34 W over 32 chips}\n\n", "evidence: guessed, source: frady2020}\n\n", "GAN1015", "prices[0].staticPower.evidence", "simulated, measured, derived, vendor")]
    [InlineData("evidence: derived, source: frady2020, note: 3.34 W over 32 chips}\n\n", "evidence: derived, source: frady2002}\n\n", "GAN1015", "prices[0].staticPower.source", "did you mean 'frady2020'?")]
    [InlineData("- tiles: 29", "- tiles: 4", "GAN1030", "prices[1].barrier[3].tiles", "4 tiles after 4")]
    [InlineData("barrierLookup: upper", "barrierLookup: Upper", "GAN1015", "prices[0].barrierLookup", "did you mean 'upper'?")]
    [InlineData("kind: barrier", "kind: asynchronous", "GAN1015", "timestep.kind", "")]
    public void A_wrong_value_is_named_with_its_place(string text, string replacement, string code, string path, string part)
    {
        string preset = Presets.Text("loihi1");
        int at = preset.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the preset has no '{text}'");
        string changed = preset[..at] + replacement + preset[(at + text.Length)..];

        InvalidInputException e = Assert.Throws<InvalidInputException>(() => ChipSpecReader.Read(changed, "x.yaml"));

        Diagnostic diagnostic = Assert.Single(e.Diagnostics, d => d.Code == code && d.Location.Path == path);
        Assert.Contains(part, diagnostic.ToString(), StringComparison.Ordinal);
        Assert.Equal("x.yaml", diagnostic.Location.File);
        if (path.Length > 0)
        {
            Assert.InRange(diagnostic.Location.Line!.Value - preset[..at].Count(c => c == '\n'), 0, 8);
        }
    }

    [Fact]
    public void A_memory_without_packing_is_refused()
    {
        string text = Presets.Text("unbounded").Replace("core: {}", "core: {synapseMemoryBits: 64}", StringComparison.Ordinal);

        Diagnostic diagnostic = Assert.Single(Assert.Throws<InvalidInputException>(() => ChipSpecReader.Read(text, "x.yaml")).Diagnostics);

        Assert.Equal("GAN1030", diagnostic.Code);
    }

    [Theory]
    [InlineData("currentBits: 24")]
    [InlineData("decayBits: 12")]
    [InlineData("biasMantissa: {min: -4096, max: 4095}")]
    public void A_number_that_the_arithmetic_of_the_family_needs_cannot_be_left_out(string line)
    {
        string text = Presets.Text("unbounded").Replace(line, line[..line.IndexOf(' ', StringComparison.Ordinal)] + " null", StringComparison.Ordinal);

        Diagnostic diagnostic = Assert.Single(Assert.Throws<InvalidInputException>(() => ChipSpecReader.Read(text, "x.yaml")).Diagnostics);

        Assert.Equal(("GAN1030", $"add '{line[..line.IndexOf(':', StringComparison.Ordinal)]}:'"), (diagnostic.Code, diagnostic.Remedy));
        Assert.Equal("compartment", diagnostic.Location.Path);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => ChipSpecReader.Read("id: 3\nnam: x\n", "x.yaml"));

        Assert.Equal(
            ["family", "sources", "core", "synapse", "compartment", "mesh", "timestep", "prices", "name"],
            e.Diagnostics.Where(d => d.Code == "GAN1011").Select(d => d.Found.Split('\'')[1]).OrderBy(key => key == "name"));
        Assert.Single(e.Diagnostics, d => d is { Code: "GAN1012", Remedy: "did you mean 'name'?" });
        Assert.Single(e.Diagnostics, d => d.Code == "GAN1032");
    }

    [Fact]
    public void A_specification_damaged_anywhere_reads_or_is_refused()
    {
        string preset = Presets.Text("loihi1");
        Gen.Select(Gen.Int[0, preset.Length - 1], Gen.Int[0, 30], Gen.OneOf("", "[", "{", ": ", "\n", "- ", "-1", "9999999999999", "&a", "\"", "null", "\t"))
            .Sample(
                (at, length, text) =>
                {
                    string damaged = preset[..at] + text + preset[Math.Min(preset.Length, at + length)..];
                    try
                    {
                        ChipSpecReader.Read(damaged, "x.yaml");
                    }
                    catch (InvalidInputException e)
                    {
                        Assert.All(e.Diagnostics, d => Assert.NotNull(d.Location.Line));
                    }
                },
                iter: 2000);
    }

    [Fact]
    public void Codes_are_unique_and_explained()
    {
        DiagnosticDescriptor[] all = [.. YamlDiagnostics.All, .. ChipSpecDiagnostics.All];

        Assert.Equal(all.Length, all.Select(d => d.Code).Distinct().Count());
        Assert.Equal(all.Select(d => d.Code).Order(), all.Select(d => d.Code));
        Assert.All(all, d => Assert.Matches("^GAN10[0-9]{2}$", d.Code));
        Assert.All(all, d => Assert.True(d.Explanation.Length > 100, d.Code));
    }
}
