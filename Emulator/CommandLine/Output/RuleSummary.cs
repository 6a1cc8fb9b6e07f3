using Ganglion.ChipSpec.Learning;
using Ganglion.CommandLine.Learning;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Output;

/// <summary>A learning preset, or a rule of the user's.</summary>
/// <param name="Name">Name of the preset; null for a rule of the user's.</param>
/// <param name="Title">What it is.</param>
/// <param name="Rule">The rule with its parameters, in canonical form.</param>
/// <param name="Formula">What it computes.</param>
/// <param name="Reference">Publication.</param>
/// <param name="Remark">What a user should know beside.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="ThirdFactors">Traces that third factors have to drive.</param>
/// <param name="Cost">What it makes a chip keep and do.</param>
/// <param name="Window">Its window, where it was measured.</param>
internal sealed record RuleSummary(
    string? Name,
    string? Title,
    string Rule,
    string? Formula,
    string? Reference,
    string? Remark,
    IReadOnlyList<ParameterSummary> Parameters,
    IReadOnlyList<string> ThirdFactors,
    LearningCostSummary Cost,
    IReadOnlyList<WindowCurve>? Window)
{
    /// <summary>Describes a preset.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="values">Parameters that differ from their defaults.</param>
    /// <param name="rule">The rule that comes out.</param>
    /// <param name="window">Its window, where it was measured.</param>
    public static RuleSummary Of(LearningPreset preset, Dictionary<string, double> values, LearningRule rule, IReadOnlyList<WindowCurve>? window = null) => new(
        preset.Name,
        preset.Title,
        rule.ToString(),
        preset.Formula,
        preset.Reference,
        preset.Remark,
        [
            .. preset.Parameters.Select(parameter => new ParameterSummary(
                parameter.Name, values.GetValueOrDefault(parameter.Name, parameter.Default), parameter.Minimum, parameter.Maximum, parameter.IsInteger, parameter.Meaning)),
        ],
        [.. preset.ThirdFactors.Select(trace => $"y{trace}")],
        LearningCostSummary.Of(LearningCost.Of(rule)),
        window);

    /// <summary>Describes a rule of the user's.</summary>
    /// <param name="rule">The rule.</param>
    public static RuleSummary Of(LearningRule rule) =>
        new(null, null, rule.ToString(), null, null, null, [], [], LearningCostSummary.Of(LearningCost.Of(rule)), null);
}
