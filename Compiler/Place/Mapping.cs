namespace Ganglion.Compiler.Place;

/// <summary>Vertices on parts, and parts on cores.</summary>
/// <param name="Part">Part of every vertex.</param>
/// <param name="Place">Index of every part's core.</param>
/// <param name="Cost">What <see cref="MappingCost"/> says of it.</param>
internal sealed record Mapping(int[] Part, int[] Place, MappingCost Cost);
