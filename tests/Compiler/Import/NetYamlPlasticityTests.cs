using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Import;

public class NetYamlPlasticityTests
{
    private const string Head = "name: n\nsources: {s: {size: 1, external: true}}\npopulations: {a: {size: 1, loihi: {}}}\nprojections:\n  - source: s\n    target: a\n    oneToOne: {weight: 1}\n";

    [Fact]
    public void A_rule_is_read_with_its_traces()
    {
        Projection projection = Read("""
                plasticity:
                  rule: dw = 2^-2*y0*x1
                  epoch: 8
                  x1: {impulse: 16, tau: 20.5}
                  y3: {impulse: 3}
                  tag: -7
                  graded: addSaturating
                  maximumWeight: 1.5
            """);
        Plasticity expected = new()
        {
            Rule = LearningRule.Parse("dw = 2^-2*y0*x1"),
            EpochTimesteps = 8,
            X1 = new TraceParameters(16, 20.5),
            Y3 = new TraceParameters(3),
            Tag = -7,
            Graded = GradedTrace.AddSaturating,
            MaximumWeight = 1.5,
        };
        Assert.Equal(expected.Traces, projection.Plasticity!.Traces);
        Assert.Equal((expected.Rule, 8, -7, GradedTrace.AddSaturating, 1.5), (projection.Plasticity.Rule, projection.Plasticity.EpochTimesteps, projection.Plasticity.Tag, projection.Plasticity.Graded, projection.Plasticity.MaximumWeight));
    }

    [Fact]
    public void A_preset_is_read_with_what_differs()
    {
        Plasticity read = Read("    plasticity: {preset: stdp, parameters: {tauPlus: 16.8, exponent: -3}, y1: {impulse: 5, tau: 6}, epoch: 2}").Plasticity!;
        Plasticity preset = LearningPresets.PairStdp.Create(new Dictionary<string, double> { ["tauPlus"] = 16.8, ["exponent"] = -3 });
        Assert.Equal(preset.Rule, read.Rule);
        Assert.Equal([preset.X1, preset.X2, new TraceParameters(5, 6), preset.Y2, preset.Y3], read.Traces);
        Assert.Equal(2, read.EpochTimesteps);
    }

    [Theory]
    [InlineData("trace: y2", 2, ThirdFactorMode.Level)]
    [InlineData("trace: y3, mode: impulse", 3, ThirdFactorMode.Impulse)]
    public void A_third_factor_has_integer_weights(string text, int trace, ThirdFactorMode mode)
    {
        Projection projection = Read($"    thirdFactor: {{{text}}}");
        Assert.Equal(new ThirdFactor(trace, mode), projection.ThirdFactor);
        Assert.Equal(new IntegerWeights(Sign: SignMode.Excitatory), projection.Unit);
    }

    [Theory]
    [InlineData("    plasticity: {rule: dw = 2^-2*y0*x9}", "GAN2500", 8, 37)]
    [InlineData("    plasticity: {rule: 'dw = 9*y0'}", "GAN2502", 8, 30)]
    [InlineData("    plasticity: {rule: \"dw = y1\"}", "GAN2501", 8, 30)]
    [InlineData("    plasticity:\n      rule: |\n        dw = y0*x1\n        dt = x0*(t + 200)\n", "GAN2502", 11, 22)]
    [InlineData("    plasticity:\n      rule: |\n\n        dw = y\n", "GAN2500", null, null)]
    [InlineData("    plasticity:\n      rule: dw = y0*x1\n        - x0*\n", "GAN2500", null, null)]
    [InlineData("    plasticity: {rule: \"dw =\\u0020y\"}", "GAN2500", null, null)]
    [InlineData("    plasticity: {rule: 7}", "GAN2500", 8, 24)]
    [InlineData("    plasticity: {rule: [7]}", "GAN1010", 8, 24)]
    [InlineData("    plasticity: {epoch: 3}", "GAN1101", 8, 17)]
    [InlineData("    plasticity: {rule: dw = x0, preset: stdp}", "GAN1101", 8, 17)]
    [InlineData("    plasticity: {rule: dw = x0, epoch: 64}", "GAN1014", 8, 40)]
    [InlineData("    plasticity: {rule: dw = x0, x1: {impulse: 128}}", "GAN1014", 8, 47)]
    [InlineData("    plasticity: {rule: dw = x0, x1: {tau: 3}}", "GAN1011", 8, 37)]
    [InlineData("    plasticity: {rule: dw = x0, x1: {impulse: 1, tau: -1}}", "GAN1014", 8, 55)]
    [InlineData("    plasticity: {rule: dw = x0, maximumWeight: 0}", "GAN1103", 8, 48)]
    [InlineData("    plasticity: {rule: dw = x0, graded: maybe}", "GAN1015", 8, 41)]
    [InlineData("    plasticity: {preset: spdt}", "GAN1015", 8, 26)]
    [InlineData("    plasticity: {preset: stdp, parameters: {tau: 3}}", "GAN1012", 8, 45)]
    [InlineData("    plasticity: {preset: stdp, parameters: {plus: 0}}", "GAN1014", 8, 51)]
    [InlineData("    plasticity: {preset: stdp, parameters: {plus: 1.5}}", "GAN1010", 8, 51)]
    [InlineData("    plasticity: {rule: dw = x0, parameters: {plus: 1}}", "GAN1101", 8, 45)]
    [InlineData("    thirdFactor: {trace: x1}", "GAN1015", 8, 26)]
    [InlineData("    thirdFactor: {trace: y1, mode: None}", "GAN1015", 8, 36)]
    public void Mistakes_are_found_where_they_stand(string text, string code, int? line, int? column)
    {
        Diagnostic finding = Assert.Single(Assert.Throws<InvalidInputException>(() => Read(text)).Diagnostics);
        Assert.Equal((code, line, column), (finding.Code, finding.Location.Line, finding.Location.Column));
        Assert.Equal("test.net.yaml", finding.Location.File);
        Assert.Contains("projections[0]", finding.Location.Path, StringComparison.Ordinal);
    }

    private static Projection Read(string text) => NetYamlReader.Read(Head + text, "test.net.yaml").Projections[0];
}
