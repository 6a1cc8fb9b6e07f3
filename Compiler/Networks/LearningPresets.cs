using Ganglion.ChipSpec.Learning;

namespace Ganglion.Compiler.Networks;

/// <summary>Learning rules from the literature, written in the rule language; docs/learning.md shows their windows.</summary>
public static class LearningPresets
{
    private static readonly LearningParameter Plus = Impulse("plus", 64, "impulse of x1: what a source spike adds");
    private static readonly LearningParameter Minus = Impulse("minus", 67, "impulse of y1: what a target spike adds");
    private static readonly LearningParameter TauPlus = Tau("tauPlus", 20, "time constant of x1, in timesteps");
    private static readonly LearningParameter TauMinus = Tau("tauMinus", 20, "time constant of y1, in timesteps");
    private static readonly TraceTemplate X1 = new(RuleVariable.X1, "plus", "tauPlus");
    private static readonly TraceTemplate Y1 = new(RuleVariable.Y1, "minus", "tauMinus");

    /// <summary>Pair STDP with steps that do not depend on the weight.</summary>
    public static LearningPreset PairStdp { get; } = new()
    {
        Name = "stdp",
        Title = "pair STDP, additive",
        Formula = "Δw = A₊·exp(−Δt/tauPlus) for Δt = t_target − t_source > 0, −A₋·exp(Δt/tauMinus) for Δt < 0; A₊ = plus·2^exponent, A₋ = minus·2^exponent",
        Reference = "Song, Miller and Abbott 2000, Nature Neuroscience 3, 919-926, eq. 1",
        Template = "dw = 2^$exponent*y0*x1 - 2^$exponent*x0*y1",
        Parameters = [Exponent("exponent", -4, 8, "power of two that scales both sides"), Plus, Minus, TauPlus, TauMinus],
        Traces = [X1, Y1],
        Remark = "Weights end at the limits of their sign. With plus and minus 127 a spike pairs with the nearest one only, since a trace never exceeds 127.",
    };

    /// <summary>Pair STDP with soft bounds at 0 and 256.</summary>
    public static LearningPreset MultiplicativeStdp { get; } = new()
    {
        Name = "stdp-multiplicative",
        Title = "pair STDP, multiplicative (soft bounds)",
        Formula = "Δw = 2^(exponent−5)·plus·(256 − w)·exp(−Δt/tauPlus) for Δt > 0, −2^(exponent−5)·minus·w·exp(Δt/tauMinus) for Δt < 0",
        Reference = "Gütig, Aharonov, Rotter and Sompolinsky 2003, J. Neurosci. 23, 3697-3714, eqs. 1 and 2 with μ = 1; Rubin, Lee and Sompolinsky 2001, Phys. Rev. Lett. 86, 364-367",
        Template = "dw = 2^$exponent*8*y0*x1 - 2^$exponent*y0*x1*w - 2^$exponent*x0*y1*w",
        Parameters = [Exponent("exponent", -6, 5, "power of two that scales both sides"), Plus, Minus, TauPlus, TauMinus],
        Traces = [X1, Y1],
        Remark = "For weights of 0 to 255.",
    };

    /// <summary>The minimal triplet model.</summary>
    public static LearningPreset TripletStdp { get; } = new()
    {
        Name = "stdp-triplet",
        Title = "triplet STDP, minimal all-to-all model",
        Formula = "at a target spike Δw = r₁·A₃·o₂(t−ε), at a source spike Δw = −o₁·A₂; r₁ = x1, o₁ = y1, o₂(t−ε) = y2 − slow; A₃ = 2^(triplet−3), A₂ = 2^pair",
        Reference = "Pfister and Gerstner 2006, J. Neurosci. 26, 9673-9682, eqs. 3 and 4 with A₂⁺ = A₃⁻ = 0; time constants of their fit to visual cortex",
        Template = "dw = 2^$triplet*y0*x1*(y2 - $slow) - 2^$pair*x0*y1",
        Parameters =
        [
            Exponent("triplet", -5, 8, "power of two that scales potentiation"),
            Exponent("pair", -5, 8, "power of two that scales depression"),
            Plus, Minus with { Default = 64 }, Impulse("slow", 32, "impulse of y2, the slow trace of target spikes"),
            TauPlus with { Default = 16.8 }, TauMinus with { Default = 33.7 }, Tau("tauSlow", 114, "time constant of y2, in timesteps"),
        ],
        Traces = [X1, Y1, new TraceTemplate(RuleVariable.Y2, "slow", "tauSlow")],
        Remark = "A trace counts with the impulse of its own spike, so slow is taken off again: y2 − slow is the trace just before the spike, as long as y2 does not reach 127. "
            + "Potentiation needs an earlier target spike, so it grows with the rate.",
    };

    /// <summary>STDP into an eligibility that a reward turns into weight.</summary>
    public static LearningPreset RewardStdp { get; } = new()
    {
        Name = "reward-stdp",
        Title = "reward-modulated STDP, eligibility in the tag",
        Formula = "dt/dn = −t·2^decay + STDP(Δt), dw/dn = 2^(reward−5)·t·y2, n in epochs; STDP(Δt) as in stdp; y2 is the reward",
        Reference = "Izhikevich 2007, Cerebral Cortex 17, 2443-2452, eqs. 1 and 2",
        Template = "dw = 2^$reward*u0*t*y2; dt = 2^$exponent*y0*x1 - 2^$exponent*x0*y1 - 2^$decay*u0*t",
        Parameters =
        [
            Exponent("exponent", -2, 8, "power of two that scales what STDP adds to the tag"),
            Exponent("decay", -5, 0, "power of two that the tag loses in an epoch"),
            Exponent("reward", -3, 8, "power of two that scales what a reward of 32 makes of the tag"),
            Plus, Minus, TauPlus, TauMinus,
        ],
        Traces = [X1, Y1],
        ThirdFactors = [2],
        Remark = "A third factor drives y2 with the reward, 0 to 127. The tag has 9 bits, −256 to 255. All synapses are visited in every epoch.",
    };

    /// <summary>A source that predicts the target is weakened.</summary>
    public static LearningPreset AntiHebbian { get; } = new()
    {
        Name = "anti-hebbian",
        Title = "anti-Hebbian, with growth at every source spike",
        Formula = "Δw = 2^growth at a source spike, −A·exp(−Δt/tauPlus) at a target spike; A = plus·2^exponent",
        Reference = "Bell, Han, Sugawara and Grant 1997, Nature 387, 278-281; Roberts and Bell 2000, J. Comput. Neurosci. 9, 67-83",
        Template = "dw = 2^$growth*x0 - 2^$exponent*y0*x1",
        Parameters = [Exponent("growth", -1, 8, "power of two that a source spike adds"), Exponent("exponent", -4, 8, "power of two that scales depression"), Plus, TauPlus],
        Traces = [X1],
        Remark = "The weight comes to rest where the target no longer fires more often after the source than 2^growth/A.",
    };

    /// <summary>STDP whose weights decay.</summary>
    public static LearningPreset Homeostasis { get; } = new()
    {
        Name = "homeostasis",
        Title = "pair STDP with weight decay",
        Formula = "Δw = STDP(Δt) as in stdp, and −w·2^decay once in 2^every epochs: w decays with a time constant of 2^(every−decay) epochs",
        Reference = "Gerstner and Kistler 2002, Spiking Neuron Models, Cambridge University Press, section 10.2 (decay as the term of order 0)",
        Template = "dw = 2^$exponent*y0*x1 - 2^$exponent*x0*y1 - 2^$decay*u$every*w",
        Parameters =
        [
            Exponent("exponent", -4, 8, "power of two that scales STDP"),
            Exponent("decay", -7, 0, "power of two that the weight loses"),
            new LearningParameter("every", 6, 0, 9, "decay happens in every 2^every-th epoch"),
            Plus, Minus, TauPlus, TauMinus,
        ],
        Traces = [X1, Y1],
        Remark = "Every 2^every epochs all synapses are visited.",
    };

    /// <summary>The prescribed error sensitivity rule on synapses.</summary>
    public static LearningPreset ErrorDriven { get; } = new()
    {
        Name = "pes",
        Title = "error-driven (PES): source activity times an error",
        Formula = "Δw = 2^(rate−3)·x1·(y2 − y3) in every 2^every-th epoch; x1 is the filtered activity of the source, y2 the positive and y3 the negative part of the error",
        Reference = "MacNeil and Eliasmith 2011, PLoS ONE 6(9), e22885 (Δw = κ·E·a, decoded per target)",
        Template = "dw = 2^$rate*u$every*x1*y2 - 2^$rate*u$every*x1*y3",
        Parameters =
        [
            Exponent("rate", -6, 8, "power of two that scales the learning rate"),
            new LearningParameter("every", 0, 0, 9, "learning happens in every 2^every-th epoch"),
            Plus with { Default = 20 }, TauPlus with { Default = 5 },
        ],
        Traces = [X1],
        ThirdFactors = [2, 3],
        Remark = "Third factors drive y2 where the target should fire more, y3 where it should fire less, each with 0 to 127. Weights of mixed sign.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LearningPreset> All { get; } =
        [PairStdp, MultiplicativeStdp, TripletStdp, RewardStdp, AntiHebbian, Homeostasis, ErrorDriven];

    /// <summary>A preset by its name.</summary>
    /// <param name="name">Name.</param>
    /// <returns><see langword="null"/> when there is none.</returns>
    public static LearningPreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);

    private static LearningParameter Exponent(string name, int value, int largest, string meaning) => new(name, value, -7, largest, meaning);

    private static LearningParameter Impulse(string name, int value, string meaning) => new(name, value, 1, 127, meaning);

    private static LearningParameter Tau(string name, double value, string meaning) => new(name, value, 0, 1_000_000, meaning, IsInteger: false);
}
