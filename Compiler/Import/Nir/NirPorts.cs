namespace Ganglion.Compiler.Import.Nir;

/// <summary>Where edges to and from something end: a node is both, a subgraph has nodes of its own for each.</summary>
/// <param name="Inputs">Indices of the nodes that an edge to it reaches.</param>
/// <param name="Outputs">Indices of the nodes that an edge from it leaves.</param>
internal sealed record NirPorts(List<int> Inputs, List<int> Outputs);
