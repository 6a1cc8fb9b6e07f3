namespace Ganglion.Compiler.Quantize;

/// <summary>What is free to choose when a population and the projections onto it become integers.</summary>
internal readonly record struct PopulationPlan
{
    /// <summary>How many formats the incoming projections have.</summary>
    public WeightGrouping Grouping { get; init; }

    /// <summary>What the scale is divided by, 1 or above; below 2 it only rolls the dice of rounding anew.</summary>
    public double ScaleDivisor { get; init; }

    /// <summary>Contributions that the weights of every incoming projection are rounded to, in the order of their rows; <see langword="null"/> for the nearest.</summary>
    public int[][]? Rounding { get; init; }

    /// <summary>The plan without calibration.</summary>
    public static PopulationPlan Default(CompilerOptions options) => new() { Grouping = options.WeightGrouping ?? WeightGrouping.One, ScaleDivisor = 1 };
}
