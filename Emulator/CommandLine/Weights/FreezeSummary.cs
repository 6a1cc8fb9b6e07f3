using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Weights;

/// <summary>JSON of <c>ganglion freeze</c>; docs/formats/json.md describes every field.</summary>
/// <param name="Network">The network without learning; its hash is its own.</param>
/// <param name="Timesteps">Timesteps of learning that led to the weights.</param>
/// <param name="Synapses">Plastic synapses that keep their weights.</param>
/// <param name="File">The image that was written.</param>
internal sealed record FreezeSummary(NetworkSummary Network, long Timesteps, long Synapses, string File);
