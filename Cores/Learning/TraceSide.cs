namespace Ganglion.Cores.Learning;

/// <summary>Side of a synapse that a trace belongs to.</summary>
internal enum TraceSide
{
    /// <summary>Source neuron: x1, x2.</summary>
    Source,

    /// <summary>Target neuron: y1, y2, y3.</summary>
    Target,
}
