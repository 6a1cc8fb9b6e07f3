using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Lays the registers of a core's compartments out as columns.</summary>
internal static class CrossbarColumns
{
    /// <summary>Columns of a core.</summary>
    /// <param name="fitted">The network.</param>
    /// <param name="neurons">Logical neuron of every compartment.</param>
    public static ParameterColumn[] Build(FittedNetwork fitted, int[] neurons)
    {
        IntegerRange potential = TrueNorthRanges.Potential(fitted.Planned.Chip);
        int[] populations = [.. neurons.Select(fitted.Planned.PopulationOf)];
        List<ParameterColumn> columns =
        [
            Column("weight0", r => r.Weights[0]),
            Column("weight1", r => r.Weights[1]),
            Column("weight2", r => r.Weights[2]),
            Column("weight3", r => r.Weights[3]),
            Column("stochasticTypes", r => r.StochasticTypes),
            Column("leak", r => r.Leak),
            Column("stochasticLeak", r => r.StochasticLeak),
            Column("leakReversal", r => r.LeakReversal),
            Column("threshold", r => r.Threshold),
            Column("thresholdMask", r => r.ThresholdMask),
            Column("negativeThreshold", r => r.NegativeThreshold),
            Column("negativeInclusive", r => r.NegativeInclusive),
            Column("negativeSaturates", r => r.NegativeSaturates),
            Column("reset", r => r.Reset),
            Column("resetMode", r => r.ResetMode),
            new() { Name = "minimumPotential", Values = [potential.Min] },
            new() { Name = "maximumPotential", Values = [potential.Max] },
            Column("v", r => r.Potential),
        ];

        // Only draws ask who a compartment is.
        if (populations.Distinct().Any(p => IsStochastic(fitted.Registers[p]!)))
        {
            columns.Add(new ParameterColumn { Name = "logicalId", Values = neurons });
        }

        return [.. columns];

        ParameterColumn Column(string name, Func<CrossbarRegisters, IReadOnlyList<int>> select)
        {
            int[] values = [.. neurons.Select((neuron, i) => select(fitted.Registers[populations[i]]!).At(neuron - fitted.Planned.Valid.FirstNeuron[populations[i]]))];
            return new ParameterColumn { Name = name, Values = Array.TrueForAll(values, value => value == values[0]) ? [values[0]] : values };
        }
    }

    private static bool IsStochastic(CrossbarRegisters registers) =>
        registers.StochasticTypes.Concat(registers.StochasticLeak).Concat(registers.ThresholdMask).Any(value => value != 0);
}
