namespace Ganglion.Compiler.Networks;

/// <summary>Neurons of Loihi 2 whose spikes carry integers, given as register values.</summary>
/// <remarks>
/// <code>
/// new Loihi2Neurons(Loihi2Models.SigmaDelta).With("threshold", 4).With("relu", 1)
/// </code>
/// Semantics: docs/chips/loihi2.md. Nothing is refused here; <see cref="NetworkBuilder"/> reports unknown registers and their ranges.
/// </remarks>
/// <param name="Model">The neuron model.</param>
public sealed record Loihi2Neurons(Loihi2Model Model) : NeuronParameters
{
    /// <summary>The registers that were given; the others have their defaults.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Registers { get; init; } = new Dictionary<string, IReadOnlyList<int>>();

    /// <inheritdoc/>
    public override int Receptors => Model.Receptors;

    /// <summary>Values of a register: one for all neurons, or one per neuron.</summary>
    /// <param name="register">Name of a register of the model.</param>
    /// <exception cref="KeyNotFoundException">The model has no such register.</exception>
    public IReadOnlyList<int> this[string register] => Registers.TryGetValue(register, out IReadOnlyList<int>? values)
        ? values
        : [(Model.Find(register) ?? throw new KeyNotFoundException($"The model '{Model}' has no register '{register}'.")).Default];

    /// <summary>The same neurons with another value in one register.</summary>
    /// <param name="register">Name of a register of the model.</param>
    /// <param name="values">One value for all neurons, or one per neuron.</param>
    public Loihi2Neurons With(string register, params IReadOnlyList<int> values) =>
        this with { Registers = new Dictionary<string, IReadOnlyList<int>>(Registers) { [register] = values } };
}
