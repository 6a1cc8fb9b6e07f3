using System.Globalization;

namespace Ganglion.CommandLine.Output;

/// <summary>Tells people about learning rules.</summary>
internal static class RuleReport
{
    /// <summary>Lists presets.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="rules">The presets.</param>
    public static void Write(Terminal terminal, IReadOnlyList<RuleSummary> rules)
    {
        var table = new TextTable("name", "what it is", "rule");
        foreach (RuleSummary rule in rules)
        {
            table.Add(rule.Name!, rule.Title!, rule.Rule);
        }

        terminal.Write(table);
        terminal.WriteLine();
        terminal.WriteLine("ganglion rules NAME shows one of them with its reference, parameters and cost.");
    }

    /// <summary>Writes all about one rule.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="rule">The rule.</param>
    public static void Write(Terminal terminal, RuleSummary rule)
    {
        terminal.WriteHeading(rule.Name is null ? "A rule of your own" : $"{rule.Name}: {rule.Title}");
        WriteLine("rule", rule.Rule);
        WriteLine("formula", rule.Formula);
        WriteLine("reference", rule.Reference);
        WriteLine("remark", rule.Remark);
        LearningCostSummary cost = rule.Cost;
        WriteLine("source keeps", Listed(cost.SourceTraces));
        WriteLine("target keeps", Listed(cost.TargetTraces));
        WriteLine("synapse keeps", $"weight{(cost.Tag ? ", tag" : "")}{(cost.Delay ? ", delay variable" : "")}: {cost.SynapseBits} bits, {cost.AddedBits} more than a static one");
        WriteLine("axons in", $"{cost.AxonsPerSource} per source and core, {cost.AxonsPerSource - 1} more than a static projection");
        WriteLine("visits", cost.EpochsBetweenVisits switch
        {
            null => "synapses of neurons that fired",
            1 => "all synapses in every epoch",
            { } epochs => $"all synapses every {epochs} epochs, and those of neurons that fired",
        });
        if (rule.ThirdFactors.Count > 0)
        {
            WriteLine("third factors", $"{string.Join(", ", rule.ThirdFactors)}: each driven by a projection with thirdFactor");
        }

        if (rule.Parameters.Count > 0)
        {
            terminal.WriteLine();
            WriteParameters(terminal, rule.Parameters);
        }

        void WriteLine(string what, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                terminal.WriteLine($"  {what,-14} {text}");
            }
        }
    }

    private static void WriteParameters(Terminal terminal, IReadOnlyList<ParameterSummary> parameters)
    {
        var table = new TextTable("parameter", ">value", ">from", ">to", "meaning");
        foreach (ParameterSummary parameter in parameters)
        {
            table.Add(parameter.Name, Number(parameter.Value), Number(parameter.Minimum), Number(parameter.Maximum), parameter.Meaning);
        }

        terminal.Write(table);
    }

    private static string Listed(IReadOnlyList<string> traces) => traces.Count == 0 ? "no trace" : string.Join(", ", traces);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
