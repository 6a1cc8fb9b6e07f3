using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads neurons that are given as registers of TrueNorth.</summary>
internal static class TrueNorthReader
{
    /// <summary>Reads the registers of a population of some size; ranges are the builder's concern.</summary>
    public static TrueNorthNeurons Read(YamlMapping mapping, int count)
    {
        var defaults = new TrueNorthNeurons();
        IReadOnlyList<int> Register(string key, IReadOnlyList<int> fallback) => mapping.Optional(key)?.AsIntegers(count) ?? fallback;
        var neurons = new TrueNorthNeurons
        {
            Weight0 = Register("weight0", defaults.Weight0),
            Weight1 = Register("weight1", defaults.Weight1),
            Weight2 = Register("weight2", defaults.Weight2),
            Weight3 = Register("weight3", defaults.Weight3),
            StochasticTypes = Register("stochasticTypes", defaults.StochasticTypes),
            Leak = Register("leak", defaults.Leak),
            StochasticLeak = Register("stochasticLeak", defaults.StochasticLeak),
            LeakReversal = Register("leakReversal", defaults.LeakReversal),
            Threshold = Register("threshold", defaults.Threshold),
            ThresholdMask = Register("thresholdMask", defaults.ThresholdMask),
            NegativeThreshold = Register("negativeThreshold", defaults.NegativeThreshold),
            NegativeInclusive = Register("negativeInclusive", defaults.NegativeInclusive),
            NegativeSaturates = Register("negativeSaturates", defaults.NegativeSaturates),
            Reset = Register("reset", defaults.Reset),
            ResetMode = Register("resetMode", defaults.ResetMode),
            InitialPotential = Register("initialPotential", defaults.InitialPotential),
        };
        mapping.RejectUnknownKeys();
        return neurons;
    }
}
