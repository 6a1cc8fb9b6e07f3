namespace Ganglion.CommandLine.Output;

/// <summary>What <c>ganglion convert</c> prints.</summary>
/// <param name="Network">The network.</param>
/// <param name="Populations">Number of populations and sources.</param>
/// <param name="Neurons">Number of neurons and sources.</param>
/// <param name="Projections">Number of projections.</param>
/// <param name="TimestepSeconds">Duration of a timestep that a reader of the file has to be told; <see langword="null"/> when the file says it.</param>
/// <param name="Diagnostics">What the user should know about reading and writing.</param>
/// <param name="File">The file that was written.</param>
internal sealed record ConvertSummary(
    NetworkSummary Network,
    int Populations,
    long Neurons,
    int Projections,
    double? TimestepSeconds,
    IReadOnlyList<DiagnosticSummary> Diagnostics,
    string File);
