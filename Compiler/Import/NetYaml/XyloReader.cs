using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads neurons that are given as registers of Xylo.</summary>
internal static class XyloReader
{
    /// <summary>Reads the registers of a population of some size; ranges are the builder's concern.</summary>
    public static XyloNeurons Read(YamlMapping mapping, int count)
    {
        var defaults = new XyloNeurons();
        IReadOnlyList<int> Register(string key, IReadOnlyList<int> fallback) => mapping.Optional(key)?.AsIntegers(count) ?? fallback;
        var neurons = new XyloNeurons
        {
            SynapseDash = Register("synapseDash", defaults.SynapseDash),
            SecondSynapseDash = Register("secondSynapseDash", defaults.SecondSynapseDash),
            MembraneDash = Register("membraneDash", defaults.MembraneDash),
            Threshold = Register("threshold", defaults.Threshold),
            Bias = Register("bias", defaults.Bias),
            Alias = Register("alias", defaults.Alias),
        };
        mapping.RejectUnknownKeys();
        return neurons;
    }
}
