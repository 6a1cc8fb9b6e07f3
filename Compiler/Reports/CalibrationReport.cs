namespace Ganglion.Compiler.Reports;

/// <summary>What calibration found.</summary>
/// <param name="Before">How the network behaves as it is quantized without samples.</param>
/// <param name="After">How it behaves as it was compiled.</param>
public sealed record CalibrationReport(AgreementReport Before, AgreementReport After)
{
    /// <summary>The same on samples that nothing was chosen by; <see langword="null"/> without any.</summary>
    public CalibrationReport? HeldOut { get; init; }
}
