namespace Ganglion.ChipSpec.Spec;

/// <summary>One published price of one event.</summary>
public sealed record Cost
{
    /// <summary>Amount, in <see cref="Unit"/>; not negative.</summary>
    public required double Value { get; init; }

    /// <summary>Unit: <c>pJ</c>, <c>nJ</c>, <c>ns</c>, <c>us</c>, <c>mW</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the value prices one term or everything at an operating point.</summary>
    public required CostScope Scope { get; init; }

    /// <summary>How the value was obtained.</summary>
    public required CostEvidence Evidence { get; init; }

    /// <summary>Key into <see cref="ChipSpec.Sources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Remark that the source makes about the value, e.g. <c>minimum</c>.</summary>
    public string? Note { get; init; }

    /// <summary>The amount in joule, second or watt.</summary>
    public double InSi => Unit switch
    {
        "pJ" => Value * 1e-12,
        "nJ" => Value * 1e-9,
        "ns" => Value * 1e-9,
        "us" => Value * 1e-6,
        "mW" => Value * 1e-3,
        _ => throw new InvalidOperationException($"Unknown unit '{Unit}'."),
    };
}
