namespace Ganglion.Compiler.Reports;

/// <summary>What calibration found.</summary>
/// <param name="Before">How the network behaves as it is quantized without samples.</param>
/// <param name="After">How it behaves as it was compiled.</param>
public sealed record CalibrationReport(AgreementReport Before, AgreementReport After);
