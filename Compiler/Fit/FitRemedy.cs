namespace Ganglion.Compiler.Fit;

/// <summary>A change with which a network fits, tried before it is named.</summary>
/// <param name="Change">What to change, e.g. <c>with 6-bit weights</c>.</param>
/// <param name="Evidence">What the trial rests on.</param>
/// <param name="Cores">Cores that the network then takes; at least so many where it was only counted.</param>
public sealed record FitRemedy(string Change, FitEvidence Evidence, double Cores)
{
    /// <summary>The remedy as a sentence, e.g. <c>fits on 7 cores with 6-bit weights</c>.</summary>
    public override string ToString() => Evidence == FitEvidence.Mapped
        ? $"fits on {Cores:N0} core{(Cores == 1 ? "" : "s")} {Change}"
        : $"exceeds no limit that can be counted {Change}: at least {Math.Max(1, Cores):N0} core{(Cores <= 1 ? "" : "s")}";
}
