namespace Ganglion.ChipSpec.Learning;

/// <summary>What the payload of a graded spike does to the first trace of its source, x1.</summary>
/// <remarks>The payload counts by half, rounded to even. Semantics: lava's <c>GradedSpikeCfg</c>.</remarks>
public enum GradedTrace
{
    /// <summary>Nothing: a spike adds the trace's impulse, whatever its payload.</summary>
    None,

    /// <summary>x1 becomes half of the payload.</summary>
    Overwrite,

    /// <summary>Half of the payload is added, up to 127.</summary>
    AddSaturating,

    /// <summary>Half of the payload is added; beyond 127 the trace starts over from the rest, and only then the spike counts for x0.</summary>
    AddWrapping,
}
