namespace Ganglion.Emulator.Faults;

/// <summary>Faults to inject; the same plan and seed strike the same places at the same times.</summary>
/// <param name="Seed">Seed of all draws of the plan.</param>
/// <param name="Faults">The faults.</param>
public sealed record FaultPlan(ulong Seed, IReadOnlyList<Fault> Faults)
{
    /// <summary>The plan as YAML, for a recording of the run.</summary>
    public string Text { get; init; } = "";

    /// <summary>Speed of a paced session's clock: the product of all clock skews.</summary>
    public double ClockSpeed => Faults.Where(fault => fault.Kind == FaultKind.ClockSkew).Aggregate(1.0, (speed, fault) => speed * fault.Speed);
}
