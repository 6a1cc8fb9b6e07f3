using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>A register of a neuron model of Loihi 2.</summary>
/// <param name="Name">Name, e.g. <c>threshold</c>.</param>
/// <param name="Range">Values that it takes.</param>
/// <param name="Default">Value where none is given.</param>
public sealed record Loihi2Register(string Name, IntegerRange Range, int Default = 0)
{
    /// <summary>Columns of the chip image that the register fills; none when it only scales others.</summary>
    internal IReadOnlyList<string> Columns { get; init; } = [Name];

    /// <summary>Bits by which a value is shifted left on its way to a column.</summary>
    internal int Shift { get; init; }

    /// <summary>Registers whose values add to <see cref="Shift"/>.</summary>
    internal IReadOnlyList<string> ShiftedBy { get; init; } = [];
}
