namespace Ganglion.Compiler.Networks;

/// <summary>Sizes up to which networks are taken, so that a mistaken or hostile description does not fill the memory.</summary>
public static class NetworkLimits
{
    /// <summary>Most neurons and sources of a network.</summary>
    public const int MaximumNeurons = 100_000_000;

    /// <summary>Most synapses of a network.</summary>
    public const double MaximumSynapses = 4e9;

    /// <summary>Most names among which a similar one is searched for.</summary>
    internal const int MaximumSuggestions = 1000;
}
