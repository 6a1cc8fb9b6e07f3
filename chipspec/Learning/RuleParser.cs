using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Learning;

/// <summary>Reads a rule: statement ::= target "=" sum; sum ::= [sign] product { sign product }; product ::= item { "*" item }.</summary>
internal sealed class RuleParser(string text, SourceLocation location)
{
    private const int MaximumLength = 4096;

    /// <summary>A product is computed in 32-bit integers.</summary>
    private const int MaximumWidth = 31;

    private readonly ViolationCollector _findings = new();
    private readonly List<RuleProduct> _products = [];
    private List<RuleToken> _tokens = [];
    private int _next;
    private (int Power, int Position)? _epochGate;

    private RuleToken Next => _tokens[_next];

    public LearningRule Parse()
    {
        if (text.Length > MaximumLength)
        {
            throw new InvalidInputException(
                LearningDiagnostics.Syntax, location, $"a rule of {text.Length} characters", $"at most {MaximumLength}", "a shorter rule");
        }

        _tokens = RuleScanner.Scan(text);
        while (Next.Kind != RuleTokenKind.End)
        {
            if (Next.Kind == RuleTokenKind.Separator)
            {
                _next++;
                continue;
            }

            if (!ParseStatement())
            {
                // What follows an error within a statement says nothing new; the next statement may.
                while (Next.Kind is not (RuleTokenKind.Separator or RuleTokenKind.End))
                {
                    _next++;
                }
            }
        }

        if (_products.Count == 0 && !_findings.HasErrors)
        {
            Report(LearningDiagnostics.Syntax, 0, "no statement", "'dw = …', 'dd = …' or 'dt = …'");
        }

        _findings.ThrowIfInvalid();
        return new LearningRule { Products = [.. _products.OrderBy(product => product.Target)] };
    }

    private bool ParseStatement()
    {
        RuleToken word = Next;
        if (word.Kind != RuleTokenKind.Word || !RuleWords.Targets.TryGetValue(word.Text, out RuleTarget target))
        {
            return Fail("'dw', 'dd' or 'dt'");
        }

        _next++;
        if (!Take("="))
        {
            return Fail("'='");
        }

        do
        {
            if (!ParseProduct(target))
            {
                return false;
            }
        }
        while (Next.Text is "+" or "-");

        return Next.Kind is RuleTokenKind.Separator or RuleTokenKind.End || Fail("'+', '-', '*', or the end of the statement");
    }

    private bool ParseProduct(RuleTarget target)
    {
        int start = Next.Position;
        ProductBuilder product = new();
        while (Next.Text is "+" or "-")
        {
            product.Mantissa *= Next.Text == "-" ? -1 : 1;
            _next++;
        }

        do
        {
            if (!ParseItem(product))
            {
                return false;
            }
        }
        while (Take("*"));

        Add(target, product, start);
        return true;
    }

    private bool ParseItem(ProductBuilder product)
    {
        RuleToken token = Next;
        if (token.Kind == RuleTokenKind.Number || token.Text == "-")
        {
            return ParseLiteral(product);
        }

        if (token.Text == "sgn")
        {
            _next++;
            return Take("(") ? ParseSum(product, isSign: true) : Fail("'('");
        }

        if (Take("("))
        {
            bool isLiteral = Next.Kind == RuleTokenKind.Number || Next.Text == "-";
            return isLiteral ? ParseLiteral(product) && (Take(")") || Fail("')'")) : ParseSum(product, isSign: false);
        }

        if (token.Kind == RuleTokenKind.Word && token.Text.Length == 2 && token.Text[0] == 'u' && char.IsAsciiDigit(token.Text[1]))
        {
            _next++;
            int power = token.Text[1] - '0';
            _epochGate ??= (power, token.Position);
            if (_epochGate.Value.Power != power)
            {
                Report(LearningDiagnostics.EpochGates, token.Position, $"gate 'u{power}' beside 'u{_epochGate.Value.Power}'", "one k for all gates u");
            }

            if (product.Gate is not null)
            {
                Report(LearningDiagnostics.Syntax, token.Position, $"'u{power}' behind another gate", "one gate u, before x0 and y0", $"write 'u{power}*x0'");
            }

            product.TakeGate(RuleGate.Epoch, power);
            return true;
        }

        if (token.Kind == RuleTokenKind.Word && RuleWords.Variables.TryGetValue(token.Text, out RuleVariable variable))
        {
            _next++;
            product.TakeVariable(variable);
            return true;
        }

        return Fail("a variable (x0 x1 x2 y0 y1 y2 y3 w d t), a gate (u0 to u9), a number, 'sgn(' or '('");
    }

    /// <summary>A variable with or without a constant, after the opening parenthesis.</summary>
    private bool ParseSum(ProductBuilder product, bool isSign)
    {
        if (Next.Kind != RuleTokenKind.Word || !RuleWords.Variables.TryGetValue(Next.Text, out RuleVariable variable))
        {
            return Fail("a variable (x0 x1 x2 y0 y1 y2 y3 w d t)");
        }

        _next++;
        int constant = 0;
        if (Next.Text is "+" or "-")
        {
            bool isNegative = Next.Text == "-";
            _next++;
            if (!ParseInteger(out int magnitude, out int position))
            {
                return false;
            }

            constant = isNegative ? -magnitude : magnitude;
            if (constant is < sbyte.MinValue or > sbyte.MaxValue)
            {
                Report(LearningDiagnostics.Literal, position, $"the constant {constant}", "-128 to 127");
            }
        }

        product.Factors.Add(new RuleFactor(variable, constant, isSign));
        return Take(")") || Fail("')'");
    }

    /// <summary>An integer or a power of two.</summary>
    private bool ParseLiteral(ProductBuilder product)
    {
        if (Take("-"))
        {
            product.Mantissa = -product.Mantissa;
        }

        if (!ParseInteger(out int value, out _))
        {
            return false;
        }

        if (!Take("^"))
        {
            product.Mantissa = (long)Math.Clamp(product.Mantissa * value, -int.MaxValue, int.MaxValue);
            return true;
        }

        if (value != 2)
        {
            _next--;
            return Fail("a power of 2, such as 2^-3");
        }

        bool isNegative = Take("-");
        if (!ParseInteger(out int exponent, out _))
        {
            return false;
        }

        product.Exponent += isNegative ? -exponent : exponent;
        return true;
    }

    private bool ParseInteger(out int value, out int position)
    {
        position = Next.Position;
        value = 0;
        if (Next.Kind != RuleTokenKind.Number || !int.TryParse(Next.Text, System.Globalization.CultureInfo.InvariantCulture, out value) || value > 1 << 20)
        {
            return Fail("a whole number up to 1,048,576 (fractions are written as 2^-1, 2^-2, …)");
        }

        _next++;
        return true;
    }

    private void Add(RuleTarget target, ProductBuilder builder, int position)
    {
        builder.Normalize();
        if (builder.Gate is not { } gate)
        {
            Report(LearningDiagnostics.NoGate, position, "a product without x0, y0 or u0 to u9", null, "add the gate that says when it acts");
            return;
        }

        if (builder.Mantissa is < RuleProduct.SmallestMantissa or > RuleProduct.LargestMantissa)
        {
            Report(
                LearningDiagnostics.Literal, position, $"the mantissa {builder.Mantissa}",
                $"{RuleProduct.SmallestMantissa} to {RuleProduct.LargestMantissa}, times a power of 2");
        }

        if (builder.Exponent is < RuleProduct.SmallestExponent or > RuleProduct.LargestExponent)
        {
            Report(
                LearningDiagnostics.Literal, position, $"the factor 2^{builder.Exponent}",
                $"2^{RuleProduct.SmallestExponent} to 2^{RuleProduct.LargestExponent}");
        }

        RuleProduct product = new()
        {
            Target = target,
            Gate = gate,
            EpochPower = builder.EpochPower,
            Mantissa = (int)builder.Mantissa,
            Exponent = builder.Exponent,
            Factors = builder.Factors,
        };
        if (product.Width > MaximumWidth)
        {
            Report(LearningDiagnostics.TooWide, position, $"a product of {product.Width} bits", $"{MaximumWidth} bits", "fewer factors");
        }

        _products.Add(product);
    }

    private bool Take(string sign)
    {
        if (Next.Text != sign)
        {
            return false;
        }

        _next++;
        return true;
    }

    private bool Fail(string expected)
    {
        string found = Next.Kind switch
        {
            RuleTokenKind.End => "the end of the rule",
            RuleTokenKind.Separator => "the end of the statement",
            _ => $"'{Printable.Shorten(Next.Text)}'",
        };
        Report(LearningDiagnostics.Syntax, Next.Position, found, expected);
        return false;
    }

    private void Report(DiagnosticDescriptor descriptor, int position, string found, string? allowed, string? remedy = null) =>
        _findings.Add(descriptor, Place(position), found, allowed, remedy);

    /// <summary>Line and column where the text stands in a file, its lines below each other; the number of the character elsewhere.</summary>
    private SourceLocation Place(int position)
    {
        if (location.Line is not { } line || location.Column is not { } column)
        {
            return location with { Path = $"{location.Path}, character {position + 1}" };
        }

        ReadOnlySpan<char> before = text.AsSpan(0, position);
        return location with { Line = line + before.Count('\n'), Column = column + position - (before.LastIndexOf('\n') + 1) };
    }
}
