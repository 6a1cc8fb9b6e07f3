using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>Registers of a model of Loihi 2 whose spikes carry integers.</summary>
internal sealed record GradedRegisters : CompartmentRegisters
{
    private readonly Loihi2Model _model;
    private readonly int[] _sumExponents;

    private GradedRegisters(Loihi2Model model, int[] sumExponents, RegisterColumn[] columns) =>
        (_model, _sumExponents, Columns) = (model, sumExponents, columns);

    /// <inheritdoc/>
    public override string Model => _model.ChipModel;

    /// <inheritdoc/>
    public override int Receptors => _model.Receptors;

    /// <inheritdoc/>
    public override IReadOnlyList<RegisterColumn> Columns { get; }

    /// <inheritdoc/>
    public override int SumExponent(int receptor) => _sumExponents[receptor];

    /// <inheritdoc/>
    public override int ThresholdOf(int neuron) => Columns.FirstOrDefault(column => column.Name == "threshold").Values?.At(neuron) ?? 0;

    /// <summary>Shifts the registers that the user gave to where the model reads them.</summary>
    /// <param name="given">The registers.</param>
    /// <param name="exponents">Exponent of the sum of each receptor.</param>
    public static GradedRegisters Lower(Loihi2Neurons given, int[] exponents)
    {
        List<RegisterColumn> columns = [new("weightExponent", [exponents[0]])];
        if (exponents.Length > 1)
        {
            columns.Add(new("secondWeightExponent", [exponents[1]]));
        }

        foreach (Loihi2Register register in given.Model.Registers)
        {
            int[] values = Shift(given, register);
            columns.AddRange(register.Columns.Select(name => new RegisterColumn(name, values)));
        }

        return new GradedRegisters(given.Model, exponents, [.. columns]);
    }

    private static int[] Shift(Loihi2Neurons given, Loihi2Register register)
    {
        IReadOnlyList<int> values = given[register.Name];
        IReadOnlyList<int>[] exponents = [.. register.ShiftedBy.Select(name => given[name])];
        int[] shifted = new int[exponents.Append(values).Max(list => list.Count)];
        for (int i = 0; i < shifted.Length; i++)
        {
            shifted[i] = values.At(i) << (register.Shift + exponents.Sum(exponent => exponent.At(i)));
        }

        return shifted;
    }
}
