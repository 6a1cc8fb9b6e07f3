namespace Ganglion.Compiler.Networks;

/// <summary>Current-based leaky integrate-and-fire neurons, as a discrete recursion with real coefficients.</summary>
/// <remarks>
/// One timestep, with x the weighted sum of arriving spikes:
/// <code>
/// i' = CurrentDecay·i + CurrentGain·x
/// v' = PotentialDecay·v + InputGain·i' + Bias        (held at Reset during the refractory period)
/// spike if v' &gt; Threshold; then v' = Reset, or v' −= Threshold
/// </code>
/// Every linear integrate-and-fire model is this recursion with other coefficients: IF (CurrentDecay 0, PotentialDecay 1), LIF
/// (CurrentDecay 0), CUBA LIF, and the leaky integrators (Threshold infinite), by forward Euler or by the exact exponential.
/// <c>NeuronFactory</c> computes them from time constants.
/// </remarks>
public sealed record CurrentBasedNeurons : NeuronParameters
{
    /// <summary>Fraction of the synaptic current that one timestep keeps, −1 to 1.</summary>
    public IReadOnlyList<double> CurrentDecay { get; init; } = [0.0];

    /// <summary>Gain of arriving weights on the current.</summary>
    public IReadOnlyList<double> CurrentGain { get; init; } = [1.0];

    /// <summary>Fraction of the membrane potential that one timestep keeps, −1 to 1.</summary>
    public IReadOnlyList<double> PotentialDecay { get; init; } = [1.0];

    /// <summary>Gain of the current on the membrane potential.</summary>
    public IReadOnlyList<double> InputGain { get; init; } = [1.0];

    /// <summary>Constant drive per timestep, in units of potential.</summary>
    public IReadOnlyList<double> Bias { get; init; } = [0.0];

    /// <summary>Firing threshold, in units of potential; infinite for integrators that never fire.</summary>
    public IReadOnlyList<double> Threshold { get; init; } = [double.PositiveInfinity];

    /// <summary>Potential after a spike with <see cref="ResetMode.ToValue"/>.</summary>
    public IReadOnlyList<double> Reset { get; init; } = [0.0];

    /// <summary>What a spike does to the potential.</summary>
    public ResetMode ResetMode { get; init; }

    /// <summary>Timesteps from one spike to the next possible one, at least 1.</summary>
    public IReadOnlyList<int> Refractory { get; init; } = [1];

    /// <summary>Potential before the first timestep.</summary>
    public IReadOnlyList<double> InitialPotential { get; init; } = [0.0];
}
