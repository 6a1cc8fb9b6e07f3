using Ganglion.ChipSpec.Image;

namespace Ganglion.CommandLine.Output;

/// <summary>What one core holds.</summary>
internal sealed record CoreSummary(int Core, IReadOnlyList<string> Populations, CoreUsage Usage);
