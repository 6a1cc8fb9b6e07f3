using System.Text.Json;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Loihi;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>Vectors of single neurons of Loihi 2: input, state and payload of every step.</summary>
internal static class Loihi2Vectors
{
    public static void CheckSigmaDelta(LoihiCase vector) =>
        CheckCoder(vector, Coder(Loihi2Models.SigmaDelta, vector.Parameters).With("cumulativeError", vector.Parameters.Int("cum_error")), "sigma", "act", "residue", "error", "s");

    public static void CheckCorrectedSigmaDelta(LoihiCase vector) =>
        CheckCoder(vector, Coder(Loihi2Models.CorrectedSigmaDelta, vector.Parameters), "sigma", "act", "s");

    public static void CheckDelta(LoihiCase vector)
    {
        JsonElement p = vector.Parameters;
        Loihi2Neurons neurons = new Loihi2Neurons(Loihi2Models.Delta)
            .With("threshold", p.Int("vth")).With("cumulativeError", p.Int("cum_error"))
            .With("spikeExponent", p.Int("spike_exp")).With("stateExponent", p.Int("state_exp"));
        CheckStates(vector, Run(neurons, vector, "a_in"), "act", "residue", "error", "s");
    }

    public static void CheckResonateAndFire(LoihiCase vector) => CheckResonator(vector, Loihi2Models.ResonateAndFire);

    public static void CheckResonateAndFireIzhikevich(LoihiCase vector) => CheckResonator(vector, Loihi2Models.ResonateAndFireIzhikevich);

    public static void CheckResonateAndFireZero(LoihiCase vector)
    {
        JsonElement p = vector.Parameters;
        Loihi2Neurons neurons = new Loihi2Neurons(Loihi2Models.ResonateAndFireZero)
            .With("sinDecay", p.Int("lst")).With("cosDecay", p.Int("lct")).With("threshold", p.Int("uth"));
        CheckStates(vector, Run(neurons, vector, "u_in", "v_in"), "u", "v", "s");
    }

    public static void CheckAdaptiveThreshold(LoihiCase vector)
    {
        JsonElement p = vector.Parameters;
        Loihi2Neurons neurons = new Loihi2Neurons(Loihi2Models.AdaptiveThresholdLif)
            .With("currentDecay", p.Int("delta_i_4096") + 1).With("potentialDecay", p.Int("delta_v_4096"))
            .With("thresholdDecay", p.Int("delta_theta_4096")).With("refractoryDecay", p.Int("delta_r_4096"))
            .With("threshold", p.Int("theta_0")).With("thresholdStep", p.Int("theta_step"))
            .With("bias", p.Int("bias_mant") << p.Int("bias_exp"));
        CheckStates(vector, Run(neurons, vector, "a_in"), "i", "v", "theta", "r", "s");
    }

    public static void CheckGradedVector(LoihiCase vector)
    {
        int threshold = vector.Parameters.Int("vth");
        Assert.Equal(vector.Expected.Ints("graded_vec"), Run(new Loihi2Neurons(Loihi2Models.GradedVector).With("threshold", threshold), vector, "a_in").Of("s"));
        Assert.Equal(vector.Expected.Ints("graded_relu_vec"), Run(new Loihi2Neurons(Loihi2Models.GradedReluVector).With("threshold", threshold), vector, "a_in").Of("s"));
    }

    public static void CheckProductAndNorm(LoihiCase vector)
    {
        int threshold = vector.Parameters.Int("vth");
        string[] inputs = ["a_in1", "a_in2"];
        Loihi2Neurons product = new Loihi2Neurons(Loihi2Models.Product)
            .With("payloadBits", 32).With("threshold", threshold).With("exponent", vector.Parameters.Int("exp"));
        Loihi2Neurons norm = new Loihi2Neurons(Loihi2Models.NormVector).With("payloadBits", 32).With("threshold", threshold);
        Assert.Equal(vector.Expected.Ints("prod_s_out"), Run(product, vector, inputs).Of("s"));
        Assert.Equal(vector.Expected.Ints("norm_s_out"), Run(norm, vector, inputs).Of("s"));
        Assert.Equal(vector.Expected.Ints("norm_s2_out"), Run(norm.With("square", 1), vector, inputs).Of("s"));
    }

    public static void CheckInverseSquareRoot(LoihiCase vector)
    {
        Assert.Equal(12, vector.Parameters.Int("fp_base"));
        Assert.Equal(5, vector.Parameters.Int("iters"));
        Loihi2Neurons neurons = new Loihi2Neurons(Loihi2Models.InverseSquareRoot).With("payloadBits", 32);
        Assert.Equal(vector.Expected.Ints("y"), Run(neurons, vector, "x").Of("s"));
    }

    private static Loihi2Neurons Coder(Loihi2Model model, JsonElement p) => new Loihi2Neurons(model)
        .With("threshold", p.Int("vth")).With("bias", p.Int("bias")).With("relu", p.Text("act_mode") == "relu" ? 1 : 0)
        .With("spikeExponent", p.Int("spike_exp")).With("stateExponent", p.Int("state_exp"));

    private static void CheckCoder(LoihiCase vector, Loihi2Neurons neurons, params string[] states) =>
        CheckStates(vector, Run(neurons, vector, "a_in"), states);

    private static void CheckResonator(LoihiCase vector, Loihi2Model model)
    {
        JsonElement p = vector.Parameters;
        Loihi2Neurons neurons = new Loihi2Neurons(model)
            .With("sinDecay", p.Int("sin_decay_int")).With("cosDecay", p.Int("cos_decay_int")).With("decayBits", p.Int("decay_bits"))
            .With("stateExponent", p.Int("state_exp")).With("threshold", p.Int("vth"));
        GradedRun run = Run(neurons, vector, "a_real_in", "a_imag_in");
        Assert.Equal(vector.Expected.Ints("real"), run.Of("re"));
        Assert.Equal(vector.Expected.Ints("imag"), run.Of("im"));
        CheckStates(vector, run, "s");
    }

    private static GradedRun Run(Loihi2Neurons neurons, LoihiCase vector, params string[] inputs)
    {
        NetworkBuilder network = new NetworkBuilder(vector.Id).AddPopulation("neurons", [1], neurons);
        for (int receptor = 0; receptor < inputs.Length; receptor++)
        {
            GradedDigits.Connect(network, "neurons", receptor, vector.Data.Ints(inputs[receptor]));
        }

        return GradedRun.Of(network, "neurons", vector.Data.Ints(inputs[0]).Length);
    }

    private static void CheckStates(LoihiCase vector, GradedRun run, params string[] states)
    {
        foreach (string state in states)
        {
            Assert.Equal(vector.Expected.Ints(state == "s" ? "s_out" : state), run.Of(state));
        }
    }
}
