using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads neurons that are given as registers of Loihi 1.</summary>
internal static class LoihiReader
{
    /// <summary>Reads the registers of a population of some size; ranges are the builder's concern.</summary>
    public static LoihiNeurons Read(YamlMapping mapping, int count)
    {
        var defaults = new LoihiNeurons();
        IReadOnlyList<int> Register(string key, IReadOnlyList<int> fallback) => mapping.Optional(key)?.AsIntegers(count) ?? fallback;
        var neurons = new LoihiNeurons
        {
            CurrentDecay = Register("currentDecay", defaults.CurrentDecay),
            PotentialDecay = Register("potentialDecay", defaults.PotentialDecay),
            ThresholdMantissa = Register("thresholdMantissa", defaults.ThresholdMantissa),
            BiasMantissa = Register("biasMantissa", defaults.BiasMantissa),
            BiasExponent = Register("biasExponent", defaults.BiasExponent),
            Refractory = Register("refractory", defaults.Refractory),
            MinimumExponent = Register("minimumExponent", defaults.MinimumExponent),
            MaximumExponent = Register("maximumExponent", defaults.MaximumExponent),
            InitialCurrent = Register("initialCurrent", defaults.InitialCurrent),
            InitialPotential = Register("initialPotential", defaults.InitialPotential),
        };
        mapping.RejectUnknownKeys();
        return neurons;
    }
}
