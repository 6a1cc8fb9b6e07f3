using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Learning;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class LearningPresetTests
{
    public static TheoryData<string> Names => [.. LearningPresets.All.Select(preset => preset.Name)];

    [Theory]
    [InlineData("stdp", "dw = 2^-4*y0*x1 - 2^-4*x0*y1")]
    [InlineData("stdp-multiplicative", "dw = 4*2^-5*y0*x1 - 2^-6*y0*x1*w - 2^-6*x0*y1*w")]
    [InlineData("stdp-triplet", "dw = 2^-5*y0*x1*(y2 - 32) - 2^-5*x0*y1")]
    [InlineData("reward-stdp", "dw = 2^-3*u0*t*y2; dt = 2^-2*y0*x1 - 2^-2*x0*y1 - 2^-5*u0*t")]
    [InlineData("anti-hebbian", "dw = 2^-1*x0 - 2^-4*y0*x1")]
    [InlineData("homeostasis", "dw = 2^-4*y0*x1 - 2^-4*x0*y1 - 2^-7*u6*w")]
    [InlineData("pes", "dw = 2^-6*u0*x1*y2 - 2^-6*u0*x1*y3")]
    public void A_preset_is_a_rule(string name, string rule) =>
        Assert.Equal(rule, LearningPresets.Find(name)!.Create().Rule.ToString());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_ends_of_all_ranges_make_a_rule(string name)
    {
        LearningPreset preset = LearningPresets.Find(name)!;
        Assert.All(preset.Parameters, parameter =>
        {
            Assert.InRange(parameter.Default, parameter.Minimum, parameter.Maximum);
            preset.Create(new Dictionary<string, double> { [parameter.Name] = parameter.Minimum });
            preset.Create(new Dictionary<string, double> { [parameter.Name] = parameter.Maximum });
        });
        preset.Create(preset.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Maximum));
        preset.Create(preset.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Minimum));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_trace_that_the_rule_reads_is_driven(string name)
    {
        LearningPreset preset = LearningPresets.Find(name)!;
        Plasticity plasticity = preset.Create();
        RuleVariable[] driven = [.. preset.Traces.Select(template => template.Trace), .. preset.ThirdFactors.Select(trace => RuleVariable.Y1 + (trace - 1))];
        RuleVariable[] traces = [RuleVariable.X1, RuleVariable.X2, RuleVariable.Y1, RuleVariable.Y2, RuleVariable.Y3];
        Assert.Equal(traces.Where(plasticity.Rule.Uses), driven.Order());
        Assert.Equal(preset.Traces.Select(template => template.Trace), traces.Where((_, i) => plasticity.Traces[i].Impulse > 0));
    }

    [Fact]
    public void Parameters_replace_their_defaults()
    {
        Plasticity plasticity = LearningPresets.TripletStdp.Create(new Dictionary<string, double> { ["slow"] = 7, ["tauSlow"] = 40.5, ["triplet"] = 0 });
        Assert.Equal("dw = y0*x1*(y2 - 7) - 2^-5*x0*y1", plasticity.Rule.ToString());
        Assert.Equal(new TraceParameters(7, 40.5), plasticity.Y2);
    }

    [Theory]
    [InlineData("exponent", 9)]
    [InlineData("exponent", 0.5)]
    [InlineData("plus", 0)]
    [InlineData("tauMinus", double.NaN)]
    [InlineData("tauMinus", double.PositiveInfinity)]
    [InlineData("speed", 1)]
    public void A_parameter_that_does_not_exist_or_fit_is_refused(string name, double value)
    {
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => LearningPresets.PairStdp.Create(new Dictionary<string, double> { [name] = value }));
        Diagnostic finding = Assert.Single(refused.Diagnostics);
        Assert.Equal(("GAN2511", "learning preset 'stdp'"), (finding.Code, finding.Location.Path));
        Assert.Contains(name, finding.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dw = y0*x1 - x0*y1", new[] { RuleVariable.X1 }, new[] { RuleVariable.Y1 }, 0, null)]
    [InlineData("dw = u0*t*y2; dt = y0*x1", new[] { RuleVariable.X1 }, new[] { RuleVariable.Y2 }, 9, 1)]
    [InlineData("dd = x0*x2; dt = u3*d", new[] { RuleVariable.X2 }, new RuleVariable[0], 17, 8)]
    public void A_rule_costs_traces_bits_and_visits(string rule, RuleVariable[] source, RuleVariable[] target, int bits, int? epochs)
    {
        var cost = LearningCost.Of(LearningRule.Parse(rule));
        Assert.Equal(source, cost.SourceTraces);
        Assert.Equal(target, cost.TargetTraces);
        Assert.Equal((bits, bits + 8, epochs), (cost.AddedBits, cost.VariableBits, cost.EpochsBetweenVisits));
    }
}
