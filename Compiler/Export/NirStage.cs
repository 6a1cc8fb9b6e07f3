namespace Ganglion.Compiler.Export;

/// <summary>A node without state on the way from one population to another.</summary>
/// <param name="Type">Its type, e.g. <c>Linear</c>.</param>
/// <param name="Input">Shape of what it takes.</param>
/// <param name="Output">Shape of what it emits.</param>
internal sealed record NirStage(string Type, int[] Input, int[] Output)
{
    /// <summary>Its parameters by name.</summary>
    public Dictionary<string, object> Datasets { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What it does to each element, one value for all or one for each: the factor of a Scale, the timesteps of a Delay; otherwise <see langword="null"/>.</summary>
    public double[]? Elements { get; init; }

    /// <summary>Whether it is a matrix, so that it has no use for the shape of what it takes, and can carry a bias for every output.</summary>
    public bool IsMatrix => Type is "Linear" or "Affine";
}
