using Ganglion.Compiler.Check;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>A network in the integers of Xylo.</summary>
/// <param name="Valid">The network.</param>
/// <param name="Layout">Where its populations are.</param>
/// <param name="Registers">Registers of every population; <see langword="null"/> for spike sources.</param>
/// <param name="PotentialScale">Value of one unit of a state in the network's own unit; <see langword="null"/> for populations in registers.</param>
/// <param name="Projections">Synapses, with the shift of their group applied.</param>
/// <param name="Report">What the integers cost.</param>
internal sealed record XyloNetwork(
    CheckedNetwork Valid, XyloLayout Layout, XyloRegisters?[] Registers, double?[] PotentialScale, IntegerProjection[] Projections, QuantizationReport Report);
