using Ganglion.Compiler.Place;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>A network in the integers of the chip, on its cores.</summary>
/// <param name="Planned">The network.</param>
/// <param name="Cores">Cores in use, ascending.</param>
/// <param name="Axons">Axons of every core, ascending by source.</param>
/// <param name="Registers">Registers of every population; <see langword="null"/> for spike sources.</param>
/// <param name="PotentialScale">Unit of potential per unit of the registers, of every population; <see langword="null"/> for integers.</param>
/// <param name="Report">What the integers cost.</param>
internal sealed record FittedNetwork(
    CrossbarNetwork Planned,
    IReadOnlyList<PlacedCore> Cores,
    CoreAxon[][] Axons,
    CrossbarRegisters?[] Registers,
    double?[] PotentialScale,
    QuantizationReport Report);
