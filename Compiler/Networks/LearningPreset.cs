using System.Globalization;
using System.Text.RegularExpressions;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Diagnostics;

namespace Ganglion.Compiler.Networks;

/// <summary>A learning rule from the literature under a name, with parameters; see <see cref="LearningPresets"/>.</summary>
public sealed partial record LearningPreset
{
    /// <summary>Name, in lower case with hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What the rule computes, in the notation of its reference where that is possible, with the parameters of the preset.</summary>
    public required string Formula { get; init; }

    /// <summary>Publication.</summary>
    public required string Reference { get; init; }

    /// <summary>Text of the rule, in which <c>$name</c> stands for a parameter.</summary>
    public required string Template { get; init; }

    /// <summary>What the preset leaves open.</summary>
    public required IReadOnlyList<LearningParameter> Parameters { get; init; }

    /// <summary>Traces that spikes of the neurons themselves drive.</summary>
    public required IReadOnlyList<TraceTemplate> Traces { get; init; }

    /// <summary>Traces that third factors have to drive, 1 to 3 for y1 to y3; with a <see cref="ThirdFactor"/> each.</summary>
    public IReadOnlyList<int> ThirdFactors { get; init; } = [];

    /// <summary>What a user should know beside; empty when there is nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The plasticity that the preset stands for.</summary>
    /// <param name="values">Parameters that differ from their defaults.</param>
    /// <exception cref="InvalidInputException">A parameter is unknown or out of range.</exception>
    public Plasticity Create(IReadOnlyDictionary<string, double>? values = null)
    {
        values ??= new Dictionary<string, double>();
        var findings = new ViolationCollector();
        SourceLocation location = new(Path: $"learning preset '{Name}'");
        foreach (string unknown in values.Keys.Where(name => Parameters.All(parameter => parameter.Name != name)).Order(StringComparer.Ordinal))
        {
            findings.Add(PlasticityDiagnostics.Parameter, location, $"parameter '{unknown}'", string.Join(", ", Parameters.Select(p => p.Name)));
        }

        foreach (LearningParameter parameter in Parameters)
        {
            double value = values.GetValueOrDefault(parameter.Name, parameter.Default);
            if (!(value >= parameter.Minimum && value <= parameter.Maximum) || (parameter.IsInteger && value != Math.Floor(value)))
            {
                findings.Add(
                    PlasticityDiagnostics.Parameter, location, Invariant($"{parameter.Name} {value}"),
                    Invariant($"{(parameter.IsInteger ? "an integer" : "a number")} from {parameter.Minimum} to {parameter.Maximum}"));
            }
        }

        findings.ThrowIfInvalid();
        return new Plasticity
        {
            Rule = LearningRule.Parse(Placeholder().Replace(Template, match => Invariant($"{Value(match.Groups["name"].Value)}")), location),
            X1 = Trace(RuleVariable.X1),
            X2 = Trace(RuleVariable.X2),
            Y1 = Trace(RuleVariable.Y1),
            Y2 = Trace(RuleVariable.Y2),
            Y3 = Trace(RuleVariable.Y3),
        };

        double Value(string name) => values.GetValueOrDefault(name, Parameters.First(parameter => parameter.Name == name).Default);

        TraceParameters Trace(RuleVariable trace) => Traces.FirstOrDefault(template => template.Trace == trace) is { } template
            ? new TraceParameters((int)Value(template.Impulse), Value(template.TimeConstant))
            : new TraceParameters();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\$(?<name>[a-zA-Z0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
