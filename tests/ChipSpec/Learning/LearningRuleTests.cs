using CsCheck;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.ChipSpec.Tests.Learning;

public class LearningRuleTests
{
    [Theory]
    [InlineData("dw=x0", "dw = x0")]
    [InlineData("dw = 2^-2*x1*y0 - 2^-2*y1*x0", "dw = 2^-2*y0*x1 - 2^-2*x0*y1")]
    [InlineData("dw = -x1*y0", "dw = -y0*x1")]
    [InlineData("dw = - - x0 + - y0", "dw = x0 - y0")]
    [InlineData("dw = 8*x0", "dw = 4*2^1*x0")]
    [InlineData("dw = -8*x0", "dw = -8*x0")]
    [InlineData("dw = 3*2*2^-3*(2^2)*(-1)*x0", "dw = -6*2^-1*x0")]
    [InlineData("dw = 768*x0", "dw = 6*2^7*x0")]
    [InlineData("dw = u3*(y1 - 20)*sgn(w + 127)*sgn(t)", "dw = u3*(y1 - 20)*sgn(w + 127)*sgn(t)")]
    [InlineData("dw = x0*y0*x0", "dw = x0*y0*x0")]
    [InlineData("dt = u0*t; dw = x0 ; dd = y0*d", "dw = x0; dd = y0*d; dt = u0*t")]
    [InlineData("dw = x0\r\ndw = y0\n\n;dt = y0", "dw = x0 + y0; dt = y0")]
    [InlineData("\tdw =\tw*x0 ", "dw = x0*w")]
    public void Rules_have_a_canonical_text(string text, string canonical)
    {
        LearningRule rule = LearningRule.Parse(text);
        Assert.Equal(canonical, rule.ToString());
        Assert.Equal(rule, LearningRule.Parse(canonical));
    }

    [Fact]
    public void A_rule_printed_and_read_back_is_the_same_rule() =>
        RuleGenerator.Rules.Sample(rule =>
        {
            LearningRule read = LearningRule.Parse(rule.ToString());
            Assert.Equal(rule, read);
            Assert.Equal(rule.GetHashCode(), read.GetHashCode());
        });

    [Fact]
    public void Rules_that_differ_have_different_texts() =>
        Gen.Select(RuleGenerator.Rules, RuleGenerator.Rules).Sample((one, other) => Assert.Equal(one == other, one.ToString() == other.ToString()));

    [Fact]
    public void The_first_of_x0_and_y0_is_the_gate_and_the_other_a_factor_of_one_bit()
    {
        RuleProduct product = Assert.Single(LearningRule.Parse("dw = 2^3*y2*y0*x0").Products);
        Assert.Equal((RuleGate.TargetSpike, 0, 1, 3), (product.Gate, product.EpochPower, product.Mantissa, product.Exponent));
        Assert.Equal([new RuleFactor(RuleVariable.Y2), new RuleFactor(RuleVariable.X0)], product.Factors);
        Assert.Equal(4 + 7 + 1, product.Width);
    }

    [Theory]
    [InlineData("dw = x0", 4)]
    [InlineData("dw = x0*x1*x2", 18)]
    [InlineData("dw = x0*(w + 1)*sgn(d)*t", 31)]
    [InlineData("dw = u0*x1*y2*y3", 25)]
    public void The_width_counts_the_mantissa_and_every_factor(string text, int width) =>
        Assert.Equal(width, LearningRule.Parse(text).Products[0].Width);

    [Theory]
    [InlineData("dw = y0*x1", new[] { RuleVariable.X1, RuleVariable.Y0, RuleVariable.Weight })]
    [InlineData("dd = u1*x0*sgn(y3)", new[] { RuleVariable.X0, RuleVariable.Y3, RuleVariable.Delay })]
    [InlineData("dt = x0*(w - 3)", new[] { RuleVariable.X0, RuleVariable.Weight, RuleVariable.Tag })]
    [InlineData("dw = u0*t*y2", new[] { RuleVariable.Y2, RuleVariable.Weight, RuleVariable.Tag })]
    public void A_rule_uses_what_it_reads_and_what_it_changes(string text, RuleVariable[] used) =>
        Assert.Equal(used, Enum.GetValues<RuleVariable>().Where(LearningRule.Parse(text).Uses));
}
