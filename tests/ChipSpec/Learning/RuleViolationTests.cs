using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Tests.Learning;

public class RuleViolationTests
{
    [Theory]
    [InlineData("", "GAN2500", 1, "no statement")]
    [InlineData(" ;\n; ", "GAN2500", 1, "no statement")]
    [InlineData("x0*y1", "GAN2500", 1, "'x0'")]
    [InlineData("dx = x0", "GAN2500", 1, "'dx'")]
    [InlineData("dw x0", "GAN2500", 4, "'x0'")]
    [InlineData("dw = ", "GAN2500", 6, "the end of the rule")]
    [InlineData("dw = ; dt = x0", "GAN2500", 6, "the end of the statement")]
    [InlineData("dw = x0 y1", "GAN2500", 9, "'y1'")]
    [InlineData("dw = x0*", "GAN2500", 9, "the end of the rule")]
    [InlineData("dw = x0*z1", "GAN2500", 9, "'z1'")]
    [InlineData("dw = x0*x3", "GAN2500", 9, "'x3'")]
    [InlineData("dw = x0*r1", "GAN2500", 9, "'r1'")]
    [InlineData("dw = x0*X1", "GAN2500", 9, "'X1'")]
    [InlineData("dw = u10*y1", "GAN2500", 6, "'u10'")]
    [InlineData("dw = x0/2", "GAN2500", 8, "'/'")]
    [InlineData("dw = 0.25*x0", "GAN2500", 6, "'0.25'")]
    [InlineData("dw = 3^2*x0", "GAN2500", 7, "'^'")]
    [InlineData("dw = 2^x0", "GAN2500", 8, "'x0'")]
    [InlineData("dw = 2^0.5*x0", "GAN2500", 8, "'0.5'")]
    [InlineData("dw = x0*(x1 + y1)", "GAN2500", 15, "'y1'")]
    [InlineData("dw = x0*(x1 + 2", "GAN2500", 16, "the end of the rule")]
    [InlineData("dw = x0*(2 + x1)", "GAN2500", 12, "'+'")]
    [InlineData("dw = x0*(u0 + 1)", "GAN2500", 10, "'u0'")]
    [InlineData("dw = x0*sgn w", "GAN2500", 13, "'w'")]
    [InlineData("dw = x0*sgn(2)", "GAN2500", 13, "'2'")]
    [InlineData("dw = 1048577*x0", "GAN2500", 6, "'1048577'")]
    [InlineData("dw = 99999999999999999999*x0", "GAN2500", 6, "'99999999999999999999'")]
    [InlineData("dw = x0*u0", "GAN2500", 9, "'u0' behind another gate")]
    [InlineData("dw = u0*y1*u0", "GAN2500", 12, "'u0' behind another gate")]
    [InlineData("dw = x0\0", "GAN2500", 8, "")]
    [InlineData("dw = x1*y1", "GAN2501", 6, "a product without x0, y0 or u0 to u9")]
    [InlineData("dw = x0 - 2^-2*sgn(x0)*w", "GAN2501", 9, "a product without x0, y0 or u0 to u9")]
    [InlineData("dw = 9*x0", "GAN2502", 6, "the mantissa 9")]
    [InlineData("dw = x0 - 9*y0", "GAN2502", 9, "the mantissa -9")]
    [InlineData("dw = 2^-8*x0", "GAN2502", 6, "the factor 2^-8")]
    [InlineData("dw = 2^5*2^4*x0", "GAN2502", 6, "the factor 2^9")]
    [InlineData("dw = 8*2^8*x0", "GAN2502", 6, "the factor 2^9")]
    [InlineData("dw = x0*(w + 128)", "GAN2502", 14, "the constant 128")]
    [InlineData("dw = x0*sgn(w - 129)", "GAN2502", 17, "the constant -129")]
    [InlineData("dw = u1*x1; dt = u2*x1", "GAN2503", 18, "gate 'u2' beside 'u1'")]
    [InlineData("dw = u0*x1*x2*y1*y2", "GAN2504", 6, "a product of 32 bits")]
    [InlineData("dw = x0*w*t*d*y0", "GAN2504", 6, "a product of 32 bits")]
    public void Mistakes_are_found_where_they_stand(string text, string code, int character, string found)
    {
        Diagnostic finding = Assert.Single(Refused(text).Diagnostics);
        Assert.Equal((code, $"learning rule, character {character}"), (finding.Code, finding.Location.Path));
        Assert.StartsWith(found, finding.Found, StringComparison.Ordinal);
        Assert.True(finding.Allowed is not null || finding.Remedy is not null);
    }

    [Fact]
    public void Every_statement_is_checked_at_once()
    {
        InvalidInputException refused = Refused("dw = 9*x0 + x1 + 2^9*y0; dd x0; dt = x0*(t + 300)\ndt = u0 + u1");
        Assert.Equal(
            ["GAN2502", "GAN2501", "GAN2502", "GAN2500", "GAN2502", "GAN2503"], refused.Diagnostics.Select(finding => finding.Code));
    }

    [Fact]
    public void Every_finding_of_the_area_is_provoked_here()
    {
        string[] provoked =
        [
            .. from attribute in typeof(RuleViolationTests).GetMethod(nameof(Mistakes_are_found_where_they_stand))!.GetCustomAttributes(typeof(InlineDataAttribute), false)
               select (string)((InlineDataAttribute)attribute).Data[1]!,
        ];
        Assert.Equal(LearningDiagnostics.All.Select(descriptor => descriptor.Code), provoked.Distinct().Order());
    }

    [Fact]
    public void Positions_are_lines_and_columns_where_the_text_stands_in_a_file()
    {
        SourceLocation place = new("a.net.yaml", 7, 11, "rule");
        Diagnostic[] findings =
        [
            .. Assert.Throws<InvalidInputException>(() => LearningRule.Parse("dw = 9*x0\ndt = x0*z", place)).Diagnostics,
        ];
        Assert.Equal([new SourceLocation("a.net.yaml", 7, 16, "rule"), new SourceLocation("a.net.yaml", 8, 19, "rule")], findings.Select(f => f.Location));
    }

    [Fact]
    public void Long_texts_are_refused_unread()
    {
        Assert.Equal("GAN2500", Assert.Single(Refused(new string('(', 4097)).Diagnostics).Code);
        Assert.Equal(400, LearningRule.Parse("dw = " + string.Join('+', Enumerable.Repeat("x0*y1", 400))).Products.Count);
    }

    [Fact]
    public void Endless_mistakes_are_counted_rather_than_kept() =>
        Assert.InRange(Refused(string.Concat(Enumerable.Repeat("a;", 2048))).Diagnostics.Count, 1, ViolationCollector.Capacity + 1);

    [Fact]
    public void Any_text_is_a_rule_or_refused()
    {
        string[] words =
            ["dw", "dd", "dt", "=", "+", "-", "*", "^", "(", ")", "sgn(", "x0", "x1", "y0", "y3", "u0", "u9", "w", "t", "2", "7", "2^-3", "0.5", ";", "\n", " ", "9", "€"];
        Gen.OneOf(Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 24].Select(parts => string.Concat(parts)), Gen.String[0, 60]).Sample(text =>
        {
            try
            {
                LearningRule rule = LearningRule.Parse(text);
                Assert.Equal(rule, LearningRule.Parse(rule.ToString()));
            }
            catch (InvalidInputException refused)
            {
                Assert.NotEmpty(refused.Diagnostics);
            }
        });
    }

    private static InvalidInputException Refused(string text) => Assert.Throws<InvalidInputException>(() => LearningRule.Parse(text));
}
