using System.Runtime.InteropServices;

namespace Ganglion.Compiler.Networks;

/// <summary>A parameter of a population: one value for all neurons, or one per neuron.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PerNeuron
{
    private readonly double _single;
    private readonly IReadOnlyList<double>? _values;

    /// <summary>Creates it from one value for all neurons.</summary>
    /// <param name="value">Value of every neuron.</param>
    public PerNeuron(double value) => _single = value;

    /// <summary>Creates it from values.</summary>
    /// <param name="values">One value per neuron, or a single one for all.</param>
    public PerNeuron(IReadOnlyList<double> values) => _values = values;

    /// <summary>Number of values: 1, or the number of neurons.</summary>
    public int Count => _values?.Count ?? 1;

    /// <summary>Value of a neuron; a single value is that of every neuron.</summary>
    /// <param name="neuron">Neuron, from 0.</param>
    public double this[int neuron] => _values is null ? _single : _values[_values.Count == 1 ? 0 : neuron];

    /// <summary>One value for all neurons.</summary>
    public static implicit operator PerNeuron(double value) => new(value);

    /// <summary>One value per neuron, or a single one for all.</summary>
    public static implicit operator PerNeuron(double[] values) => new(values);

    internal IReadOnlyList<double> ToList()
    {
        double[] list = new double[Count];
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = this[i];
        }

        return list;
    }
}
