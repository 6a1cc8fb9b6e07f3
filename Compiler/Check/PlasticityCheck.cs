using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether the chip can learn what a network wants to, and whether the rules have what they read.</summary>
internal static class PlasticityCheck
{
    private const int LargestTrace = 127;
    private static readonly RuleVariable[] Traces = [RuleVariable.X1, RuleVariable.X2, RuleVariable.Y1, RuleVariable.Y2, RuleVariable.Y3];

    /// <summary>Checks the plastic projections and third factors of a network.</summary>
    public static void Check(Network network, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        foreach (Projection projection in network.Projections)
        {
            string path = $"projection '{projection.Name}'";
            bool learns = projection.Plasticity is not null || projection.ThirdFactor is not null;
            if (learns && chip.Learning?.Rules.Contains(LearningFormat.SumOfProducts) != true)
            {
                diagnostics.Report(
                    PlasticityDiagnostics.Unsupported, path, $"a learning rule on '{chip.Id}'",
                    chip.Learning is { } other ? string.Join(", ", other.Rules) : "no learning", "a chip that learns by such rules, or static weights");
            }
            else if (projection.ThirdFactor is not null && projection.Unit is not IntegerWeights)
            {
                diagnostics.Report(PlasticityDiagnostics.NeedsIntegers, path, "weights in physical units", "integer weights, 0 to 127");
            }

            if (projection.Plasticity is { } plasticity)
            {
                CheckParameters(plasticity, chip, path, diagnostics);
                CheckTraces(projection, plasticity, network, path, diagnostics);
            }

            if (projection is { Plasticity: not null, ThirdFactor: not null })
            {
                diagnostics.Report(
                    PlasticityDiagnostics.ThirdFactor, path, "a learning rule and a third factor on one projection", "one of them", "a projection for each");
            }

            if (projection.ThirdFactor is { } factor)
            {
                CheckThirdFactor(projection, factor, network, path, diagnostics);
            }
        }
    }

    private static void CheckParameters(Plasticity plasticity, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        int longest = chip.Learning?.EpochTimesteps ?? LearningFormat.LongestEpoch;
        CheckRange("learning epoch", plasticity.EpochTimesteps, new IntegerRange(1, longest), " timesteps");
        CheckRange("tag", plasticity.Tag, new IntegerRange(-256, 255), "");
        if (plasticity.MaximumWeight is { } largest && !(largest > 0 && double.IsFinite(largest)))
        {
            diagnostics.Report(PlasticityDiagnostics.Parameter, path, $"a maximum weight of {largest}", "a finite number above 0");
        }

        for (int i = 0; i < Traces.Length; i++)
        {
            string name = Word(Traces[i]);
            CheckRange($"impulse of {name}", plasticity.Traces[i].Impulse, new IntegerRange(0, LargestTrace), "");
            double constant = plasticity.Traces[i].TimeConstant;
            if (!(constant >= 0))
            {
                diagnostics.Report(PlasticityDiagnostics.Parameter, path, $"a time constant of {constant} timesteps for {name}", "0 timesteps or more");
            }
        }

        void CheckRange(string what, int value, IntegerRange range, string unit)
        {
            if (!range.Contains(value))
            {
                diagnostics.Report(PlasticityDiagnostics.Parameter, path, $"{what} {value}{unit}", $"{range.Min} to {range.Max}{unit}");
            }
        }
    }

    private static void CheckTraces(Projection projection, Plasticity plasticity, Network network, string path, DiagnosticBag diagnostics)
    {
        for (int i = 0; i < Traces.Length; i++)
        {
            bool isDriven = network.Projections.Any(other => other.Target == projection.Target && other.ThirdFactor is { } factor && RuleVariable.Y1 + (factor.Trace - 1) == Traces[i]);
            bool isGraded = Traces[i] == RuleVariable.X1 && plasticity.Graded != GradedTrace.None;
            if (plasticity.Rule.Uses(Traces[i]) && plasticity.Traces[i].Impulse == 0 && !isDriven && !isGraded)
            {
                diagnostics.Report(
                    PlasticityDiagnostics.MissingTrace, path, $"the rule '{plasticity.Rule}' reads {Word(Traces[i])}, whose impulse is 0", "an impulse of 1 to 127",
                    $"an impulse for {Word(Traces[i])}, or a third factor that drives it");
            }
            else if (Forgets(network, projection, Traces[i]))
            {
                diagnostics.Report(
                    PlasticityDiagnostics.MissingTrace, path, $"the rule '{plasticity.Rule}' reads {Word(Traces[i])}, which a third factor adds to and a time constant of 0 forgets",
                    "a time constant above 0", "a time constant, or a third factor in mode Level");
            }
        }
    }

    private static void CheckThirdFactor(Projection projection, ThirdFactor factor, Network network, string path, DiagnosticBag diagnostics)
    {
        if (factor.Trace is < 1 or > 3)
        {
            diagnostics.Report(PlasticityDiagnostics.ThirdFactor, path, $"a third factor for trace y{factor.Trace}", "y1, y2 or y3");
            return;
        }

        RuleVariable trace = RuleVariable.Y1 + (factor.Trace - 1);
        if (!network.Projections.Any(other => other.Target == projection.Target && other.Plasticity?.Rule.Uses(trace) == true))
        {
            diagnostics.Report(
                PlasticityDiagnostics.ThirdFactor, path, $"a third factor for {Word(trace)} of '{projection.Target}', where no rule reads it", null,
                "a rule with this trace, or another trace");
        }

        if (factor.Mode == ThirdFactorMode.Level
            && network.Projections.FirstOrDefault(other => other.Target == projection.Target && other.Plasticity is { EpochTimesteps: > 1 } learning && learning.Rule.Uses(trace)) is { } slow)
        {
            diagnostics.Report(
                PlasticityDiagnostics.LevelInEpoch, path, $"a level for {Word(trace)} of '{projection.Target}', where '{slow.Name}' learns every {slow.Plasticity!.EpochTimesteps} timesteps",
                "an epoch of 1 timestep");
        }

        if (factor.Mode == ThirdFactorMode.None
            || network.Projections.Any(other => other.Target == projection.Target && other.ThirdFactor is { } same && same.Trace == factor.Trace && same.Mode != factor.Mode))
        {
            diagnostics.Report(PlasticityDiagnostics.ThirdFactor, path, $"mode {factor.Mode} for {Word(trace)} of '{projection.Target}'", "one mode, Level or Impulse, for all third factors of a trace");
        }
    }

    private static bool Forgets(Network network, Projection learning, RuleVariable trace) =>
        learning.Plasticity is { } plasticity && plasticity.Rule.Uses(trace) && plasticity.Traces[Array.IndexOf(Traces, trace)].TimeConstant == 0
        && network.Projections.Any(other => other.Target == learning.Target && other.ThirdFactor is { Mode: ThirdFactorMode.Impulse } factor
            && RuleVariable.Y1 + (factor.Trace - 1) == trace);

    private static string Word(RuleVariable trace) => trace.ToString().ToLowerInvariant();
}
