using System.Text.Json;
using Ganglion.Conformance.Tests.Loihi2;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>A file of the family <c>loihi</c>: its kind decides what becomes of its cases.</summary>
internal static class LoihiFile
{
    private const string OtherLearning = "learning follows lava's arithmetic; this implementation rounds and scales otherwise, as docs/learning.md says";

    private static readonly Dictionary<string, Action<LoihiCase>> Kinds = new(StringComparer.Ordinal)
    {
        ["lif"] = LifVectors.Check,
        ["uv_overflow"] = OverflowVectors.Check,
        ["weights"] = WeightVectors.Check,
        ["delay"] = DelayVectors.Check,
        ["dense"] = DelayVectors.CheckDense,
        ["network"] = NetworkVectors.Check,
        ["brian2_example1"] = BrianExamples.CheckNeuron,
        ["brian2_example2"] = BrianExamples.CheckNetwork,
        ["network_learn"] = LearningNetwork.Check,
        ["learn"] = LearningVectors.Check,
        ["learn_3f"] = LearningVectors.Check,
        ["learn_graded"] = LearningVectors.Check,
        ["dense_graded"] = GradedDenseVectors.Check,
        ["atrlif"] = Loihi2Vectors.CheckAdaptiveThreshold,
        ["delta"] = Loihi2Vectors.CheckDelta,
        ["graded_vec"] = Loihi2Vectors.CheckGradedVector,
        ["invsqrt"] = Loihi2Vectors.CheckInverseSquareRoot,
        ["prod_norm"] = Loihi2Vectors.CheckProductAndNorm,
        ["rf"] = Loihi2Vectors.CheckResonateAndFire,
        ["rf_iz"] = Loihi2Vectors.CheckResonateAndFireIzhikevich,
        ["rfzero"] = Loihi2Vectors.CheckResonateAndFireZero,
        ["sigma_delta"] = Loihi2Vectors.CheckSigmaDelta,
        ["sigma_delta_corrected"] = Loihi2Vectors.CheckCorrectedSigmaDelta,
    };

    private static readonly Dictionary<string, string> Skipped = new(StringComparer.Ordinal)
    {
        ["lif_ternary"] = "a variant of lava, not a compartment of Loihi 1",
        ["lif_reset"] = "a variant of lava, not a compartment of Loihi 1",
        ["lif_refractory"] = "a floating-point variant of lava, not a compartment of Loihi 1",
        ["weights_quantizer"] = "the offline quantiser of nengo-loihi, not arithmetic of the chip",
        ["learn_brian"] = OtherLearning,
        ["learn_pes"] = OtherLearning,
    };

    /// <summary>The cases of a file.</summary>
    /// <param name="family">What the names of the cases begin with.</param>
    /// <param name="path">Path of the file.</param>
    public static IEnumerable<VectorCase> Cases(string family, string path)
    {
        string id = $"{family}/{Path.GetFileNameWithoutExtension(path)}";
        if (JsonVectors.TryOpen(path, out string problem) is not { } root)
        {
            return [VectorCase.Broken(id, problem)];
        }

        if (!root.TryGetProperty("cases", out JsonElement cases) || cases.ValueKind != JsonValueKind.Array || cases.GetArrayLength() == 0)
        {
            return [VectorCase.Broken(id, "The file holds no cases.")];
        }

        string kind = root.Text("kind");
        return cases.EnumerateArray().Select((data, index) => OfKind(kind, new LoihiCase($"{id}/{NameOf(data, index)}", root, data)));
    }

    private static VectorCase OfKind(string kind, LoihiCase vector)
    {
        if (Kinds.TryGetValue(kind, out Action<LoihiCase>? check))
        {
            return new VectorCase(vector.Id, () => check(vector));
        }

        return Skipped.TryGetValue(kind, out string? reason)
            ? VectorCase.Skipped(vector.Id, reason)
            : VectorCase.Broken(vector.Id, $"The kind '{kind}' is unknown.");
    }

    private static string NameOf(JsonElement data, int index)
    {
        if (data.Text("id") is { Length: > 0 } id)
        {
            return id;
        }

        return data.TryGetProperty("bits", out _) && data.TryGetProperty("exp", out _)
            ? $"{data.Text("mode")} {data.Int("bits")} bits exponent {data.Int("exp")}"
            : $"{index}";
    }
}
