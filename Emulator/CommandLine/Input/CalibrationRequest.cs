namespace Ganglion.CommandLine.Input;

/// <summary>Which files the user gives to calibrate a network with.</summary>
/// <param name="Samples">Files of input, each with one sample or several.</param>
/// <param name="Labels">File that says which output neuron should fire most for each sample; <see langword="null"/> without.</param>
internal sealed record CalibrationRequest(IReadOnlyList<string> Samples, string? Labels);
