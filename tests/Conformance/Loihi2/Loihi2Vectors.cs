using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.Conformance.Tests.Loihi;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>Vectors of single neurons of Loihi 2: input, state and payload of every step.</summary>
internal static class Loihi2Vectors
{
    private const int ThresholdShift = 6;

    public static void CheckSigmaDelta(LoihiCase vector) =>
        CheckCoder(vector, "loihi2-sigma-delta", "sigma", "act", "residue", "error", "s");

    public static void CheckCorrectedSigmaDelta(LoihiCase vector) =>
        CheckCoder(vector, "loihi2-sigma-delta-corrected", "sigma", "act", "s");

    public static void CheckDelta(LoihiCase vector)
    {
        JsonElement p = vector.Parameters;
        GradedRun run = Run(
            "loihi2-delta", vector, ["a_in"],
            Column("threshold", p.Int("vth_scaled")), Column("cumulativeError", p.Int("cum_error")),
            Column("spikeExponent", p.Int("spike_exp")), Column("stateExponent", p.Int("state_exp")));
        CheckStates(vector, run, "act", "residue", "error", "s");
    }

    public static void CheckResonateAndFire(LoihiCase vector) => CheckOscillator(vector, "loihi2-rf");

    public static void CheckResonateAndFireIzhikevich(LoihiCase vector) => CheckOscillator(vector, "loihi2-rf-iz");

    public static void CheckResonateAndFireZero(LoihiCase vector)
    {
        JsonElement p = vector.Parameters;
        GradedRun run = Run(
            "loihi2-rf-zero", vector, ["u_in", "v_in"],
            Column("sinDecay", p.Int("lst")), Column("cosDecay", p.Int("lct")), Column("threshold", p.Int("uth")));
        CheckStates(vector, run, "u", "v", "s");
    }

    public static void CheckAdaptiveThreshold(LoihiCase vector)
    {
        JsonElement p = vector.Parameters;
        int rest = p.Int("theta_0") << ThresholdShift;
        GradedRun run = Run(
            "loihi2-atrlif", vector, ["a_in"],
            Column("currentDecay", p.Int("delta_i_4096") + 1), Column("potentialDecay", p.Int("delta_v_4096")),
            Column("thresholdDecay", p.Int("delta_theta_4096")), Column("refractoryDecay", p.Int("delta_r_4096")),
            Column("thresholdBase", rest), Column("theta", rest), Column("thresholdStep", p.Int("theta_step") << ThresholdShift),
            Column("bias", p.Int("bias_mant") << p.Int("bias_exp")));
        CheckStates(vector, run, "i", "v", "theta", "r", "s");
    }

    public static void CheckGradedVector(LoihiCase vector)
    {
        ParameterColumn threshold = Column("threshold", vector.Parameters.Int("vth"));
        Assert.Equal(vector.Expected.Ints("graded_vec"), Run("loihi2-graded-vector", vector, ["a_in"], threshold).Of("s"));
        Assert.Equal(vector.Expected.Ints("graded_relu_vec"), Run("loihi2-graded-relu-vector", vector, ["a_in"], threshold).Of("s"));
    }

    public static void CheckProductAndNorm(LoihiCase vector)
    {
        ParameterColumn threshold = Column("threshold", vector.Parameters.Int("vth"));
        ParameterColumn exponent = Column("exponent", vector.Parameters.Int("exp"));
        string[] inputs = ["a_in1", "a_in2"];
        Assert.Equal(vector.Expected.Ints("prod_s_out"), Run("loihi2-product", vector, inputs, threshold, exponent).Of("s"));
        Assert.Equal(vector.Expected.Ints("norm_s_out"), Run("loihi2-norm-vector", vector, inputs, threshold).Of("s"));
        Assert.Equal(vector.Expected.Ints("norm_s2_out"), Run("loihi2-norm-vector", vector, inputs, threshold, Column("square", 1)).Of("s"));
    }

    public static void CheckInverseSquareRoot(LoihiCase vector)
    {
        Assert.Equal(12, vector.Parameters.Int("fp_base"));
        Assert.Equal(5, vector.Parameters.Int("iters"));
        Assert.Equal(vector.Expected.Ints("y"), Run("loihi2-inverse-square-root", vector, ["x"]).Of("s"));
    }

    private static void CheckCoder(LoihiCase vector, string model, params string[] states)
    {
        JsonElement p = vector.Parameters;
        List<ParameterColumn> columns =
        [
            Column("threshold", p.Int("vth_scaled")), Column("bias", p.Int("bias_scaled")),
            Column("relu", p.Text("act_mode") == "relu" ? 1 : 0), Column("stateExponent", p.Int("state_exp")),
        ];
        if (states.Contains("error"))
        {
            columns.Add(Column("cumulativeError", p.Int("cum_error")));
        }

        CheckStates(vector, Run(model, vector, ["a_in"], [.. columns]), states);
    }

    private static void CheckOscillator(LoihiCase vector, string model)
    {
        JsonElement p = vector.Parameters;
        GradedRun run = Run(
            model, vector, ["a_real_in", "a_imag_in"],
            Column("sinDecay", p.Int("sin_decay_int")), Column("cosDecay", p.Int("cos_decay_int")), Column("decayBits", p.Int("decay_bits")),
            Column("stateExponent", p.Int("state_exp")), Column("threshold", p.Int("vth_scaled")));
        Assert.Equal(vector.Expected.Ints("real"), run.Of("re"));
        Assert.Equal(vector.Expected.Ints("imag"), run.Of("im"));
        CheckStates(vector, run, "s");
    }

    private static GradedRun Run(string model, LoihiCase vector, string[] inputs, params ParameterColumn[] parameters)
    {
        GradedInput[] driven = [.. inputs.Select((name, port) => new GradedInput(port * GradedImage.SecondPort, vector.Data.Ints(name)))];
        return GradedRun.Of(GradedImage.Driven(model, 1, parameters, driven), "neurons", driven[0].Values.Length);
    }

    private static void CheckStates(LoihiCase vector, GradedRun run, params string[] states)
    {
        foreach (string state in states)
        {
            Assert.Equal(vector.Expected.Ints(state == "s" ? "s_out" : state), run.Of(state));
        }
    }

    private static ParameterColumn Column(string name, int value) => new() { Name = name, Values = [value] };
}
