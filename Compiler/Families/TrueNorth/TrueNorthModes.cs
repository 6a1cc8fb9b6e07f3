namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Names by which chip specifications list the behaviours that not all chips of the family have.</summary>
internal static class TrueNorthModes
{
    public const string StochasticSynapse = "stochastic-synapse";
    public const string StochasticLeak = "stochastic-leak";
    public const string StochasticThreshold = "stochastic-threshold";
    public const string LeakReversal = "leak-reversal";
    public const string NegativeSaturation = "negative-saturation";
    public const string NoReset = "no-reset";
    public const string InclusiveNegativeThreshold = "inclusive-negative-threshold";
}
