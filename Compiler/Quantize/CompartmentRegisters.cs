namespace Ganglion.Compiler.Quantize;

/// <summary>Register values of a population's compartments, as the columns that their neuron model reads.</summary>
internal abstract record CompartmentRegisters
{
    /// <summary>Neuron model of the chip; a core holds compartments of one model.</summary>
    public abstract string Model { get; }

    /// <summary>Receptors of a compartment, each with accumulators of its own.</summary>
    public virtual int Receptors => 1;

    /// <summary>All columns, the same ones in the same order for all populations of a model.</summary>
    public abstract IReadOnlyList<RegisterColumn> Columns { get; }

    /// <summary>Exponent that acts on the sum of a receptor rather than on every weight.</summary>
    /// <param name="receptor">Receptor, from 0.</param>
    public virtual int SumExponent(int receptor) => 0;

    /// <summary>The threshold of a neuron; 0 where the model has none.</summary>
    /// <param name="neuron">Neuron of the population.</param>
    public abstract int ThresholdOf(int neuron);
}
