namespace Ganglion.Compiler;

/// <summary>How much work <see cref="MappingMethod.Multilevel"/> may do. Efforts count work, not time, so a result depends on seed and network alone.</summary>
public enum MappingEffort
{
    /// <summary>A single descent, for networks of up to millions of neurons.</summary>
    Quick,

    /// <summary>Several descents between partition and placement.</summary>
    Normal,

    /// <summary>Several starts, each refined until nothing more is gained.</summary>
    Best,

    /// <summary>New starts until <see cref="CompilerOptions.MappingEnd"/> is cancelled; the result depends on how many there were.</summary>
    UntilEnd,
}
