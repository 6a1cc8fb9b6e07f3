using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Registers that the user gave.</summary>
internal static class GivenCrossbarRegisters
{
    public static CrossbarRegisters Lower(TrueNorthNeurons given) => new()
    {
        Weights = [given.Weight0, given.Weight1, given.Weight2, given.Weight3],
        StochasticTypes = given.StochasticTypes,
        Leak = given.Leak,
        StochasticLeak = given.StochasticLeak,
        LeakReversal = given.LeakReversal,
        Threshold = given.Threshold,
        ThresholdMask = given.ThresholdMask,
        NegativeThreshold = given.NegativeThreshold,
        NegativeInclusive = given.NegativeInclusive,
        NegativeSaturates = given.NegativeSaturates,
        Reset = given.Reset,
        ResetMode = given.ResetMode,
        Potential = given.InitialPotential,
    };
}
