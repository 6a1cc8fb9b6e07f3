namespace Ganglion.Compiler.Reports;

/// <summary>What the chip's integers cost one projection.</summary>
public sealed record ProjectionQuantization
{
    /// <summary>Name of the projection.</summary>
    public required string Name { get; init; }

    /// <summary>Number of synapses of the network; where small remainders take synapses of their own, the chip has more.</summary>
    public required long Synapses { get; init; }

    /// <summary>Stored bits of a weight.</summary>
    public required int Bits { get; init; }

    /// <summary>Weight exponent; the largest where there are several.</summary>
    public required int Exponent { get; init; }

    /// <summary>Weight formats that hold the synapses.</summary>
    public int Formats { get; init; } = 1;

    /// <summary>Weight units per unit of weight; one for integer weights.</summary>
    public required double Scale { get; init; }

    /// <summary>Largest absolute error of a weight, in the unit of the network.</summary>
    public required double MaximumError { get; init; }

    /// <summary>Root of the mean square error of a weight, in the unit of the network.</summary>
    public required double RootMeanSquareError { get; init; }

    /// <summary>Weights beyond the largest that the format holds.</summary>
    public required long Clipped { get; init; }

    /// <summary>Weights other than zero that became zero; their synapses stay, without effect.</summary>
    public required long Lost { get; init; }
}
