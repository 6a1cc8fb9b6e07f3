namespace Ganglion.ChipSpec.Reading;

/// <summary>How much YAML is taken, so that a hostile or mistaken file costs bounded memory and time.</summary>
public sealed record YamlLimits
{
    /// <summary>Limits for files that a person writes: 16 Mi characters, 1 Mi nodes, 32 levels, scalars of 64 Ki characters.</summary>
    public static YamlLimits Default { get; } = new();

    /// <summary>Length of the whole text, in UTF-16 characters, and of the file, in bytes; at least 1.</summary>
    public int MaxLength { get; init; } = 16 * 1024 * 1024;

    /// <summary>Mappings, sequences and scalars together, keys included; at least 1.</summary>
    public int MaxNodes { get; init; } = 1024 * 1024;

    /// <summary>Mappings and sequences inside one another; at least 1.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Length of one scalar, in UTF-16 characters; at least 1.</summary>
    public int MaxScalarLength { get; init; } = 64 * 1024;
}
