using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads how a projection learns, and what third factors drive; ranges that depend on the chip are the compiler's concern.</summary>
internal static class PlasticityReader
{
    private const int LargestImpulse = 127;
    private static readonly string[] TargetTraces = ["y1", "y2", "y3"];

    /// <summary>Reads <c>plasticity</c>.</summary>
    /// <returns><see langword="null"/> when there is no rule that can be read.</returns>
    public static Plasticity? Read(YamlMapping mapping)
    {
        YamlNode? parameters = mapping.Optional("parameters");
        string? kind = mapping.ExactlyOne("rule", "preset");
        Plasticity? known = kind switch
        {
            "rule" => ReadRule(mapping.Required("rule")),
            "preset" => ReadPreset(mapping.Required("preset"), parameters?.AsMapping()),
            _ => null,
        };
        if (kind == "rule")
        {
            parameters?.Report(NetYamlDiagnostics.Alternatives, "parameters beside a rule", "parameters of a preset", "write the numbers into the rule");
        }

        // Without a rule, what stands beside it is checked all the same.
        Plasticity plasticity = known ?? new Plasticity { Rule = new LearningRule { Products = [] } };
        plasticity = plasticity with
        {
            EpochTimesteps = mapping.Optional("epoch")?.AsInt32(1, 63) ?? plasticity.EpochTimesteps,
            X1 = ReadTrace(mapping.Optional("x1"), plasticity.X1),
            X2 = ReadTrace(mapping.Optional("x2"), plasticity.X2),
            Y1 = ReadTrace(mapping.Optional("y1"), plasticity.Y1),
            Y2 = ReadTrace(mapping.Optional("y2"), plasticity.Y2),
            Y3 = ReadTrace(mapping.Optional("y3"), plasticity.Y3),
            Tag = mapping.Optional("tag")?.AsInt32(-256, 255) ?? plasticity.Tag,
            Graded = mapping.Optional("graded")?.AsEnum<GradedTrace>() ?? plasticity.Graded,
            MaximumWeight = mapping.Optional("maximumWeight")?.AsPositive() ?? plasticity.MaximumWeight,
        };
        mapping.RejectUnknownKeys();
        return known is null ? null : plasticity;
    }

    /// <summary>Reads <c>thirdFactor</c>.</summary>
    public static ThirdFactor ReadThirdFactor(YamlMapping mapping)
    {
        string trace = mapping.Required("trace").AsChoice(TargetTraces);
        string mode = mapping.Optional("mode")?.AsChoice(["level", "impulse"]) ?? "level";
        mapping.RejectUnknownKeys();
        return new ThirdFactor(Math.Max(1, Array.IndexOf(TargetTraces, trace) + 1), mode == "impulse" ? ThirdFactorMode.Impulse : ThirdFactorMode.Level);
    }

    private static Plasticity? ReadRule(YamlNode node)
    {
        string text = node.AsString();
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            return null;
        }

        try
        {
            return new Plasticity { Rule = LearningRule.Parse(text, scalar.TextLocation) };
        }
        catch (InvalidInputException refused)
        {
            foreach (Diagnostic finding in refused.Diagnostics)
            {
                node.Document.Violations.Add(finding);
            }

            return null;
        }
    }

    private static Plasticity? ReadPreset(YamlNode node, YamlMapping? given)
    {
        string name = node.AsChoice([.. LearningPresets.All.Select(preset => preset.Name)]);
        if (LearningPresets.Find(name) is not { } preset)
        {
            return null;
        }

        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (LearningParameter parameter in preset.Parameters)
        {
            if (given?.Optional(parameter.Name) is { } number)
            {
                int before = node.Document.Violations.Count();
                double value = parameter.IsInteger
                    ? number.AsInt32((int)parameter.Minimum, (int)parameter.Maximum)
                    : number.AsDouble(parameter.Minimum, parameter.Maximum);
                values[parameter.Name] = node.Document.Violations.Count() == before ? value : parameter.Default;
            }
        }

        given?.RejectUnknownKeys();
        return preset.Create(values);
    }

    private static TraceParameters ReadTrace(YamlNode? node, TraceParameters fallback)
    {
        if (node is null)
        {
            return fallback;
        }

        YamlMapping mapping = node.AsMapping();
        TraceParameters trace = new(mapping.Required("impulse").AsInt32(0, LargestImpulse), mapping.Optional("tau")?.AsDouble(0) ?? 0);
        mapping.RejectUnknownKeys();
        return trace;
    }
}
