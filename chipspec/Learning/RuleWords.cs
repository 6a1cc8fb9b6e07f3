namespace Ganglion.ChipSpec.Learning;

/// <summary>The words of the rule language and the widths behind them.</summary>
internal static class RuleWords
{
    /// <summary>Variables by word.</summary>
    public static IReadOnlyDictionary<string, RuleVariable> Variables { get; } = new Dictionary<string, RuleVariable>(StringComparer.Ordinal)
    {
        ["x0"] = RuleVariable.X0,
        ["x1"] = RuleVariable.X1,
        ["x2"] = RuleVariable.X2,
        ["y0"] = RuleVariable.Y0,
        ["y1"] = RuleVariable.Y1,
        ["y2"] = RuleVariable.Y2,
        ["y3"] = RuleVariable.Y3,
        ["w"] = RuleVariable.Weight,
        ["d"] = RuleVariable.Delay,
        ["t"] = RuleVariable.Tag,
    };

    /// <summary>Targets by word.</summary>
    public static IReadOnlyDictionary<string, RuleTarget> Targets { get; } = new Dictionary<string, RuleTarget>(StringComparer.Ordinal)
    {
        ["dw"] = RuleTarget.Weight,
        ["dd"] = RuleTarget.Delay,
        ["dt"] = RuleTarget.Tag,
    };

    /// <summary>The word of a variable.</summary>
    public static string Of(RuleVariable variable) => Variables.First(pair => pair.Value == variable).Key;

    /// <summary>The word of a target.</summary>
    public static string Of(RuleTarget target) => Targets.First(pair => pair.Value == target).Key;

    /// <summary>Bits by which a factor widens a product.</summary>
    public static int Bits(RuleVariable variable) => variable switch
    {
        RuleVariable.X0 or RuleVariable.Y0 => 1,
        RuleVariable.Weight or RuleVariable.Delay or RuleVariable.Tag => 9,
        _ => 7,
    };
}
