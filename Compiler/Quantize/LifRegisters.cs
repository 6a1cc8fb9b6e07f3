using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>Registers of current-based compartments; every list holds one value for all or one per neuron.</summary>
internal sealed record LifRegisters : CompartmentRegisters
{
    /// <inheritdoc/>
    public override string Model => NeuronModels.LoihiCubaLif;

    /// <inheritdoc/>
    public override IReadOnlyList<RegisterColumn> Columns =>
    [
        new("currentDecay", CurrentDecay),
        new("potentialDecay", PotentialDecay),
        new("threshold", Threshold),
        new("bias", Bias),
        new("refractory", Refractory),
        new("minimumPotential", MinimumPotential),
        new("maximumPotential", MaximumPotential),
        new("u", Current),
        new("v", Potential),
        new("refractoryCounter", Wait),
    ];

    /// <summary>δu, 0 to 4096.</summary>
    public required int[] CurrentDecay { get; init; }

    /// <summary>δv, 0 to 4096.</summary>
    public required int[] PotentialDecay { get; init; }

    /// <summary>Threshold, mantissa · 2^6.</summary>
    public required int[] Threshold { get; init; }

    /// <summary>Bias, mantissa · 2^exponent.</summary>
    public required int[] Bias { get; init; }

    /// <summary>Refractory period in timesteps.</summary>
    public required int[] Refractory { get; init; }

    /// <summary>Lower limit of the potential.</summary>
    public required int[] MinimumPotential { get; init; }

    /// <summary>Upper limit of the potential.</summary>
    public required int[] MaximumPotential { get; init; }

    /// <summary>Synaptic current before the first timestep.</summary>
    public required int[] Current { get; init; }

    /// <summary>Membrane potential before the first timestep.</summary>
    public required int[] Potential { get; init; }

    /// <summary>Timesteps for which the potential is held at 0 before anything else, as after a spike.</summary>
    public int[] Wait { get; init; } = [0];

    /// <inheritdoc/>
    public override int ThresholdOf(int neuron) => Threshold.At(neuron);

    /// <summary>
    /// The same compartments where a bias begins to act only when the population does, which runs so many timesteps behind the network:
    /// a refractory period that is already running holds the potential at 0, wherever it begins there.
    /// </summary>
    /// <param name="timesteps">Timesteps behind the network, 0 or above.</param>
    public LifRegisters StartingAfter(int timesteps) => this with
    {
        Wait = [.. Enumerable.Range(0, Math.Max(Bias.Length, Potential.Length)).Select(i => Bias.At(i) != 0 && Potential.At(i) == 0 ? timesteps : 0)],
    };
}
