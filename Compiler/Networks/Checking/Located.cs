using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Networks.Checking;

/// <summary>An element of a network, with where it is described.</summary>
/// <param name="Value">The element.</param>
/// <param name="Location">Where it is described; <see langword="null"/> when it was made in code.</param>
internal sealed record Located<T>(T Value, SourceLocation? Location)
{
    /// <summary>The location of a finding about this element.</summary>
    /// <param name="path">Element and part, e.g. <c>population 'hidden'</c>.</param>
    public SourceLocation At(string path) => (Location ?? new SourceLocation()) with { Path = path };
}
