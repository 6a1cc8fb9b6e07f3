using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Weights;

/// <summary>JSON of <c>ganglion weights</c>; docs/formats/json.md describes every field.</summary>
/// <param name="Network">The network that learns.</param>
/// <param name="Timesteps">Timesteps of learning that led to the weights; 0 for an image.</param>
/// <param name="Projections">Plastic projections.</param>
/// <param name="Files">Files that were written.</param>
internal sealed record WeightsSummary(NetworkSummary Network, long Timesteps, IReadOnlyList<ProjectionWeights> Projections, IReadOnlyList<string> Files);
