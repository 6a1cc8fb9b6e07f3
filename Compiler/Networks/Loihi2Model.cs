namespace Ganglion.Compiler.Networks;

/// <summary>A neuron model of Loihi 2 as data: the registers that describe a neuron.</summary>
/// <remarks>What the models compute: docs/chips/loihi2.md. <see cref="Loihi2Models"/> lists them.</remarks>
public sealed class Loihi2Model
{
    private readonly Dictionary<string, Loihi2Register> _byName;

    internal Loihi2Model(string name, string chipModel, int receptors, IReadOnlyList<Loihi2Register> registers)
    {
        (Name, ChipModel, Receptors, Registers) = (name, chipModel, receptors, registers);
        _byName = registers.ToDictionary(register => register.Name, StringComparer.Ordinal);
    }

    /// <summary>Name in <c>.net.yaml</c> files, e.g. <c>sigmaDelta</c>.</summary>
    public string Name { get; }

    /// <summary>Name in chip specifications and images, e.g. <c>loihi2-sigma-delta</c>.</summary>
    public string ChipModel { get; }

    /// <summary>Inputs of a neuron, 1 or 2.</summary>
    public int Receptors { get; }

    /// <summary>Registers, in a fixed order.</summary>
    public IReadOnlyList<Loihi2Register> Registers { get; }

    /// <summary>The register of a name; <see langword="null"/> when the model has none of that name.</summary>
    /// <param name="name">Name of a register.</param>
    public Loihi2Register? Find(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
