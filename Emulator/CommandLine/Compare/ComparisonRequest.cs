using Ganglion.CommandLine.Emulation;

namespace Ganglion.CommandLine.Compare;

/// <summary>What a user wants to compare.</summary>
/// <param name="Run">The network and how it is run; the chip is replaced by each of <paramref name="Chips"/>.</param>
/// <param name="Chips">Chips, as the user names them.</param>
/// <param name="Input">Path of input spikes, if any.</param>
/// <param name="Labels">Path of labels, if any.</param>
/// <param name="Steps">Timesteps; <see langword="null"/> leaves it to the input.</param>
internal sealed record ComparisonRequest(RunRequest Run, IReadOnlyList<string> Chips, string? Input, string? Labels, long? Steps);
