namespace Ganglion.ChipSpec.Spec;

/// <summary>Equal chips in a rectangle, whose meshes continue each other.</summary>
/// <param name="Columns">Chips in x direction, at least 1.</param>
/// <param name="Rows">Chips in y direction, at least 1.</param>
/// <param name="EdgeMessagesPerTimestep">Messages that pass from a chip to a neighbour in one timestep at most; <see langword="null"/> when not public.</param>
public sealed record Board(int Columns, int Rows, long? EdgeMessagesPerTimestep = null)
{
    /// <summary>Number of chips.</summary>
    public int Chips => Columns * Rows;
}
