using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Route;

/// <summary>A synapse row before its words are known.</summary>
/// <param name="Length">Number of synapses.</param>
/// <param name="ListBits">Memory that the chip needs for it when it is not shared, in bits.</param>
/// <param name="Composition">Equal for rows whose synapses stand in equal formats; rows share a list only if it is equal.</param>
/// <param name="Projection">Projection of a row that belongs to one alone, since it learns or drives learning; −1 for rows of static synapses.</param>
/// <param name="Neuron">Source neuron of such a row, counted within its population.</param>
/// <param name="Encoding">How the user wants the chip to hold the row; <see langword="null"/> without a wish.</param>
internal readonly record struct PlannedRow(int Length, long ListBits, int Composition, RowForm? Encoding, int Projection, int Neuron);
