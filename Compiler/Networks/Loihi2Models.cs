using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>The neuron models of Loihi 2 whose equations lava publishes, with their registers.</summary>
/// <remarks>
/// Thresholds and biases of the sigma-delta family and of the resonators are in units of what is sent: the chip holds them shifted by the
/// exponents of the state. Those of <see cref="AdaptiveThresholdLif"/> are in units of weights, 2^6 of the state, as on Loihi 1.
/// Source: lava at b6822fb, proc/sdn, proc/rf, proc/rf_iz, proc/resfire, proc/atrlif, proc/graded, proc/prodneuron.
/// </remarks>
public static class Loihi2Models
{
    private const int StateLimit = (1 << 23) - 1;
    private static readonly IntegerRange State = new(-StateLimit, StateLimit);
    private static readonly IntegerRange Exponents = new(0, 7);
    private static readonly IntegerRange Mantissas = new(0, 131_071);
    private static readonly IntegerRange Decays = new(0, 4096);
    private static readonly IntegerRange Flag = new(0, 1);

    private static readonly Loihi2Register PayloadBits = new("payloadBits", new(0, 32), 16);
    private static readonly Loihi2Register Threshold = new("threshold", new(0, StateLimit));
    private static readonly Loihi2Register StateExponent = new("stateExponent", Exponents);
    private static readonly Loihi2Register SpikeExponent = new("spikeExponent", Exponents);
    private static readonly Loihi2Register ScalingSpikeExponent = SpikeExponent with { Columns = [] };
    private static readonly Loihi2Register CumulativeError = new("cumulativeError", Flag);
    private static readonly Loihi2Register Relu = new("relu", Flag);
    private static readonly Loihi2Register InitialSigma = new("initialSigma", State) { Columns = ["sigma"] };
    private static readonly Loihi2Register CodedThreshold = new("threshold", Mantissas) { ShiftedBy = ["spikeExponent", "stateExponent"] };
    private static readonly Loihi2Register CodedBias = new("bias", new(-65_536, 65_535)) { ShiftedBy = ["spikeExponent", "stateExponent"] };

    /// <summary>Sums what it gets, activates, and sends changes.</summary>
    public static Loihi2Model SigmaDelta { get; } = new(
        "sigmaDelta", "loihi2-sigma-delta", 1,
        [CodedThreshold, CodedBias, Relu, CumulativeError, ScalingSpikeExponent, StateExponent, InitialSigma, PayloadBits]);

    /// <summary>The same, remembering what it sent, so that truncated bits are not lost.</summary>
    public static Loihi2Model CorrectedSigmaDelta { get; } = new(
        "correctedSigmaDelta", "loihi2-sigma-delta-corrected", 1,
        [CodedThreshold, CodedBias, Relu, ScalingSpikeExponent, StateExponent, InitialSigma, PayloadBits]);

    /// <summary>Sends changes of its input.</summary>
    public static Loihi2Model Delta { get; } = new(
        "delta", "loihi2-delta", 1, [CodedThreshold, CumulativeError, SpikeExponent, StateExponent, PayloadBits]);

    /// <summary>Sends the running sum of its input in every timestep.</summary>
    public static Loihi2Model Sigma { get; } = new("sigma", "loihi2-sigma", 1, [InitialSigma, PayloadBits]);

    /// <summary>Fires when its rotating state passes the positive real axis beyond a threshold; receptors real and imaginary.</summary>
    public static Loihi2Model ResonateAndFire { get; } = new("resonateAndFire", "loihi2-rf", 2, Resonator());

    /// <summary>Fires when the imaginary part reaches a threshold, and resets; receptors real and imaginary.</summary>
    public static Loihi2Model ResonateAndFireIzhikevich { get; } = new("resonateAndFireIzhikevich", "loihi2-rf-iz", 2, Resonator());

    /// <summary>Sends its state when it crosses zero phase; receptors real and imaginary.</summary>
    public static Loihi2Model ResonateAndFireZero { get; } = new(
        "resonateAndFireZero", "loihi2-rf-zero", 2, [.. Rotation(), Threshold, .. Initial("u", "v"), PayloadBits]);

    /// <summary>Leaky integrate-and-fire with an adaptive threshold and a refractory state.</summary>
    public static Loihi2Model AdaptiveThresholdLif { get; } = new(
        "adaptiveThresholdLif", "loihi2-atrlif", 1,
        [
            new("currentDecay", Decays, 4096), new("potentialDecay", Decays), new("thresholdDecay", Decays), new("refractoryDecay", Decays),
            new("threshold", Mantissas, 100) { Columns = ["thresholdBase", "theta"], Shift = 6 }, new("thresholdStep", Mantissas) { Shift = 6 },
            new("bias", new(-(1 << 19), (1 << 19) - 1)),
            new("initialCurrent", State) { Columns = ["i"] }, new("initialPotential", State) { Columns = ["v"] },
        ]);

    /// <summary>Passes on its input where its magnitude exceeds a threshold.</summary>
    public static Loihi2Model GradedVector { get; } = new("gradedVector", "loihi2-graded-vector", 1, [Threshold, PayloadBits]);

    /// <summary>Passes on its input where it exceeds a threshold.</summary>
    public static Loihi2Model GradedReluVector { get; } = new("gradedReluVector", "loihi2-graded-relu-vector", 1, [Threshold, PayloadBits]);

    /// <summary>Multiplies its two inputs.</summary>
    public static Loihi2Model Product { get; } = new("product", "loihi2-product", 2, [Threshold, new("exponent", new(0, 31)), PayloadBits]);

    /// <summary>Sends the square of its input, or the delayed input times a factor; receptors input and factor.</summary>
    public static Loihi2Model NormVector { get; } = new("normVector", "loihi2-norm-vector", 2, [Threshold, new("square", Flag), PayloadBits]);

    /// <summary>Inverse square root in fixed point, base 2^12.</summary>
    public static Loihi2Model InverseSquareRoot { get; } = new("inverseSquareRoot", "loihi2-inverse-square-root", 1, [PayloadBits]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Loihi2Model> All { get; } =
    [
        SigmaDelta, CorrectedSigmaDelta, Delta, Sigma, ResonateAndFire, ResonateAndFireIzhikevich, ResonateAndFireZero, AdaptiveThresholdLif,
        GradedVector, GradedReluVector, Product, NormVector, InverseSquareRoot,
    ];

    private static Loihi2Register[] Resonator() =>
    [
        .. Rotation(), new("decayBits", new(0, 15), 12), StateExponent,
        new("threshold", Mantissas, 1) { ShiftedBy = ["stateExponent"] }, .. Initial("re", "im"),
    ];

    private static Loihi2Register[] Rotation() => [new("sinDecay", new(-32_768, 32_767)), new("cosDecay", new(-32_768, 32_767))];

    private static Loihi2Register[] Initial(string real, string imaginary) =>
        [new("initialReal", State) { Columns = [real] }, new("initialImaginary", State) { Columns = [imaginary] }];
}
