namespace Ganglion.Compiler.Import.Nir;

/// <summary>A graph without subgraphs.</summary>
/// <param name="Nodes">Nodes.</param>
/// <param name="Edges">Indices of source and target, sorted; an edge may occur twice.</param>
internal sealed record NirGraph(IReadOnlyList<NirNode> Nodes, IReadOnlyList<(int Source, int Target)> Edges);
