namespace Ganglion.Compiler.Networks;

/// <summary>Neurons or spike sources that share a name and a shape.</summary>
public abstract record Population
{
    /// <summary>Name, unique in its network.</summary>
    public required string Name { get; init; }

    /// <summary>Shape, outermost dimension first, e.g. (channels, height, width).</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Number of neurons: the product of <see cref="Shape"/>.</summary>
    public int Count => Shape.Aggregate(1, (product, extent) => checked(product * extent));
}
