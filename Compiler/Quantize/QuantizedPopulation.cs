using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>A neuron population and the projections onto it, in the integers of a chip.</summary>
internal sealed record QuantizedPopulation
{
    /// <summary>Registers.</summary>
    public required CompartmentRegisters Registers { get; init; }

    /// <summary>Weight units per unit of potential; <see langword="null"/> for integers.</summary>
    public required double? Scale { get; init; }

    /// <summary>Indices of the projections onto the population.</summary>
    public required int[] Incoming { get; init; }

    /// <summary>The projections of <see cref="Incoming"/>, each in one or several formats.</summary>
    public required IntegerProjection[][] Parts { get; init; }

    /// <summary>What the registers cost.</summary>
    public required PopulationQuantization Loss { get; init; }

    /// <summary>What the weights of every projection of <see cref="Incoming"/> cost.</summary>
    public required ProjectionQuantization[] ProjectionLosses { get; init; }

    /// <summary>What there is to say about it.</summary>
    public required DiagnosticBag Findings { get; init; }
}
