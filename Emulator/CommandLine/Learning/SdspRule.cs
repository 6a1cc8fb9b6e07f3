using Ganglion.CommandLine.Output;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Learning;

/// <summary>Spike-driven synaptic plasticity as ODIN has it: part of its neurons, not a rule of the learning language.</summary>
internal static class SdspRule
{
    /// <summary>Its name among the presets.</summary>
    public const string Name = "sdsp";

    private const int LargestCalcium = 7;
    private const int SynapseBits = 4;

    private static readonly ParameterSummary[] Registers =
    [
        new("learningPotential", 128, 0, byte.MaxValue, true, "potential at and above which synapses grow, and below which they shrink"),
        new("calciumLow", 1, 0, LargestCalcium, true, "calcium from which synapses learn"),
        new("calciumMiddle", 3, 0, LargestCalcium, true, "calcium below which synapses can shrink"),
        new("calciumHigh", 6, 0, LargestCalcium, true, "calcium below which synapses can grow"),
    ];

    /// <summary>Describes it.</summary>
    /// <param name="values">Registers that differ from their defaults.</param>
    /// <param name="isMeasured">Whether its window is measured.</param>
    /// <exception cref="UsageException">A register is unknown or out of range.</exception>
    public static RuleSummary Summarize(IReadOnlyDictionary<string, double> values, bool isMeasured)
    {
        foreach ((string name, double value) in values)
        {
            ParameterSummary register = Array.Find(Registers, register => register.Name == name)
                ?? throw new UsageException($"sdsp has no parameter '{name}'; there are {string.Join(", ", Registers.Select(known => known.Name))}");
            if (value != Math.Floor(value) || value < register.Minimum || value > register.Maximum)
            {
                throw new UsageException(FormattableString.Invariant($"{name} {value} is not a whole number from {register.Minimum} to {register.Maximum}"));
            }
        }

        ParameterSummary[] parameters = [.. Registers.Select(register => register with { Value = values.GetValueOrDefault(register.Name, register.Value) })];
        return new RuleSummary(
            Name,
            "spike-driven synaptic plasticity, on ODIN",
            "at a source spike 1 up or down, by potential and calcium of the target",
            "w + 1, up to 7, if v >= learningPotential and calciumLow <= ca < calciumHigh; w - 1, down to 0, if v < learningPotential and calciumLow <= ca < calciumMiddle; v and ca as the target's last update left them; a spike of the target adds 1 to ca, every calciumPeriod-th time reference takes 1",
            "Brader, Senn and Fusi 2007, Neural Computation 19, 2881-2912; Frenkel, Lefebvre, Legat and Bol 2019, IEEE Trans. Biomed. Circuits Syst. 13, 145-158",
            "Registers of the neurons, not plasticity of a projection: 'odin' in .net.yaml, with calciumEnabled 1.",
            parameters,
            [],
            new LearningCostSummary([], ["calcium"], false, false, SynapseBits, 0, 1, null),
            isMeasured ? SdspWindow.Measure(Neurons(parameters)) : null);
    }

    private static OdinNeurons Neurons(ParameterSummary[] parameters)
    {
        int Value(int register) => (int)parameters[register].Value;
        return new OdinNeurons
        {
            CalciumEnabled = [1],
            LearningPotential = [Value(0)],
            CalciumLow = [Value(1)],
            CalciumMiddle = [Value(2)],
            CalciumHigh = [Value(3)],
        };
    }
}
