using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Place;

/// <summary>A network whose parts have physical cores.</summary>
/// <param name="Integers">The network.</param>
/// <param name="Cores">Cores in use, ascending.</param>
internal sealed record Placement(IntegerNetwork Integers, IReadOnlyList<PlacedCore> Cores);
