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
        IReadOnlyList<RegisterColumn>[] columns = [.. part.Runs.Select(run => network.Registers[run.Population]!.Columns)];
        return [.. columns[0].Select((column, index) => Column(column.Name, index))];

        ParameterColumn Column(string name, int index)
        {
            int[] values = new int[part.Compartments];
            int compartment = 0;
            for (int r = 0; r < part.Runs.Count; r++)
            {
                int[] register = columns[r][index].Values;
                for (int i = 0; i < part.Runs[r].Count; i++)
                {
                    values[compartment++] = register.At(part.Runs[r].First + i);
                }
            }

            bool isConstant = Array.TrueForAll(values, v => v == values[0]);
            return new ParameterColumn { Name = name, Values = isConstant ? [values[0]] : values };
        }
    }
}
