using Ganglion.Compiler.Calibrate;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler;

/// <summary>What the user leaves to, or takes from, the compiler.</summary>
public sealed record CompilerOptions
{
    /// <summary>Stored bits of weights given in physical units; <see langword="null"/> takes the widest that the chip offers.</summary>
    public int? WeightBits { get; init; }

    /// <summary>How many weight formats hold the synapses of a projection; <see langword="null"/> is one, or what <see cref="Calibration"/> finds best.</summary>
    public WeightGrouping? WeightGrouping { get; init; }

    /// <summary>Input to calibrate the integers with, against the network in floating point; empty to leave it.</summary>
    public IReadOnlyList<CalibrationSample> Calibration { get; init; } = [];

    /// <summary>Input that calibration does not see, to measure what it is worth on anything else; may be empty.</summary>
    public IReadOnlyList<CalibrationSample> HeldOut { get; init; } = [];

    /// <summary>
    /// Cores that a network is spread over at least, where the chip does not limit the compartments of a core, at least 1.
    /// Several workers need several cores; networks too small to gain from it use fewer.
    /// </summary>
    public int MinimumCores { get; init; } = 4;

    /// <summary>Seed of a random placement, for comparison; <see langword="null"/> places row by row. Placement never changes a spike.</summary>
    public ulong? PlacementSeed { get; init; }

    /// <summary>How neurons are divided over cores and cores are chosen. Mapping never changes a spike.</summary>
    public MappingMethod Method { get; init; } = MappingMethod.Sequential;

    /// <summary>How much work the mapping may cost.</summary>
    public MappingEffort Effort { get; init; } = MappingEffort.Quick;

    /// <summary>Seed of the random choices of a mapping.</summary>
    public ulong MappingSeed { get; init; }

    /// <summary>How often neurons fire; <see langword="null"/> takes every neuron for equally active.</summary>
    public NeuronActivity? Activity { get; init; }

    /// <summary>Ends the search for a better mapping; the best one found so far is used, so cancelling is no failure.</summary>
    public CancellationToken MappingEnd { get; init; }

    /// <summary>What the user decides about where neurons go; <see langword="null"/> leaves all of it to the compiler, but for what the network pins.</summary>
    public MappingPlan? Plan { get; init; }
}
