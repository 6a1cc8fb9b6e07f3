using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Allocate;

/// <summary>Lays the registers of a core's neurons out as columns.</summary>
internal static class ParameterColumns
{
    public static ParameterColumn[] Build(IntegerNetwork network, CorePart part)
    {
        return
        [
            Column("currentDecay", r => r.CurrentDecay),
            Column("potentialDecay", r => r.PotentialDecay),
            Column("threshold", r => r.Threshold),
            Column("bias", r => r.Bias),
            Column("refractory", r => r.Refractory),
            Column("minimumPotential", r => r.MinimumPotential),
            Column("maximumPotential", r => r.MaximumPotential),
            Column("u", r => r.Current),
            Column("v", r => r.Potential),
        ];

        ParameterColumn Column(string name, Func<CompartmentRegisters, int[]> select)
        {
            int[] values = new int[part.Compartments];
            int compartment = 0;
            foreach (NeuronRun run in part.Runs)
            {
                int[] register = select(network.Registers[run.Population]!);
                for (int i = 0; i < run.Count; i++)
                {
                    values[compartment++] = register.At(run.First + i);
                }
            }

            bool isConstant = Array.TrueForAll(values, v => v == values[0]);
            return new ParameterColumn { Name = name, Values = isConstant ? [values[0]] : values };
        }
    }
}
