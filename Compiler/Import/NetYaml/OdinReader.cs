using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads neurons that are given as registers of ODIN.</summary>
internal static class OdinReader
{
    /// <summary>Reads the registers of a population of some size; ranges are the builder's concern.</summary>
    public static OdinNeurons Read(YamlMapping mapping, int count)
    {
        var defaults = new OdinNeurons();
        IReadOnlyList<int> Register(string key, IReadOnlyList<int> fallback) => mapping.Optional(key)?.AsIntegers(count) ?? fallback;
        var neurons = new OdinNeurons
        {
            Leak = Register("leak", defaults.Leak),
            Threshold = Register("threshold", defaults.Threshold),
            CalciumEnabled = Register("calciumEnabled", defaults.CalciumEnabled),
            LearningPotential = Register("learningPotential", defaults.LearningPotential),
            CalciumLow = Register("calciumLow", defaults.CalciumLow),
            CalciumMiddle = Register("calciumMiddle", defaults.CalciumMiddle),
            CalciumHigh = Register("calciumHigh", defaults.CalciumHigh),
            CalciumPeriod = Register("calciumPeriod", defaults.CalciumPeriod),
            Disabled = Register("disabled", defaults.Disabled),
            InitialPotential = Register("initialPotential", defaults.InitialPotential),
            InitialCalcium = Register("initialCalcium", defaults.InitialCalcium),
            TimeReferencePeriod = mapping.Optional("timeReferencePeriod")?.AsInt32(0, ushort.MaxValue) ?? defaults.TimeReferencePeriod,
            UpdateUnmapped = mapping.Optional("updateUnmapped")?.AsBoolean() ?? defaults.UpdateUnmapped,
            PropagateUnmapped = mapping.Optional("propagateUnmapped")?.AsBoolean() ?? defaults.PropagateUnmapped,
        };
        mapping.RejectUnknownKeys();
        return neurons;
    }
}
