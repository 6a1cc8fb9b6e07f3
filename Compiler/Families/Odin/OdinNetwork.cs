using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>A network in the integers of ODIN.</summary>
/// <param name="Valid">The network.</param>
/// <param name="Layout">Which slots its populations take.</param>
/// <param name="Settings">Registers of the whole chip.</param>
/// <param name="Registers">Registers of every population; <see langword="null"/> for spike sources.</param>
/// <param name="PotentialScale">Value of one unit of a potential in the network's own unit; <see langword="null"/> for populations in registers.</param>
/// <param name="Projections">Synapses, weights −7 to 7.</param>
/// <param name="Report">What the integers cost.</param>
internal sealed record OdinNetwork(
    CheckedNetwork Valid,
    OdinLayout Layout,
    OdinSettings Settings,
    OdinNeurons?[] Registers,
    double?[] PotentialScale,
    IntegerProjection[] Projections,
    QuantizationReport Report);
