namespace Ganglion.Compiler.Quantize;

/// <summary>What the synapses of a projection do.</summary>
internal enum ProjectionKind
{
    /// <summary>Their weights stay; a source neuron has one row per core for all of its static projections.</summary>
    Static,

    /// <summary>Their weights learn; every projection has rows of its own.</summary>
    Plastic,

    /// <summary>They drive learning traces; their rows are empty.</summary>
    ThirdFactor,
}
