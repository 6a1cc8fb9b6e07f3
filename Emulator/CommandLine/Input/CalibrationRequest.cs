namespace Ganglion.CommandLine.Input;

/// <summary>Which files the user gives to calibrate a network with.</summary>
/// <param name="Samples">Files of input, each with one sample or several.</param>
/// <param name="HeldOut">Files of input that calibration does not see, to measure its worth by.</param>
/// <param name="Labels">File that says which output neuron should fire most for each sample, those that are held out last; <see langword="null"/> without.</param>
internal sealed record CalibrationRequest(IReadOnlyList<string> Samples, IReadOnlyList<string> HeldOut, string? Labels);
