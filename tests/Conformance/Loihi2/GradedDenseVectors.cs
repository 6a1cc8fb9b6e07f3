using Ganglion.ChipSpec.Arithmetic;
using Ganglion.ChipSpec.Image;
using Ganglion.Conformance.Tests.Loihi;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>Kind <c>dense_graded</c>: payloads through a matrix of weights, the exponent acting on the sum, one step late.</summary>
internal static class GradedDenseVectors
{
    public static void Check(LoihiCase vector)
    {
        int[][] payloads = vector.Data.Matrix("graded_spikes");
        bool mixed = vector.Data.Text("mode") == "mixed";
        int bits = vector.Data.Int("bits");
        int[][] weights = [.. vector.Data.Matrix("weights").Select(row => row.Select(weight => LoihiWeight.Truncate(weight, bits, mixed)).ToArray())];
        int axons = payloads[0].Length;
        IEnumerable<GradedInput> inputs = Enumerable.Range(0, axons)
            .Select(axon => new GradedInput(axon, [.. payloads.Select(row => row[axon])]));
        ChipImage image = GradedImage.Followed(GradedImage.Driven("loihi2-graded-vector", axons, [], inputs), vector.Data.Int("exp"), weights);

        Assert.Equal(payloads, GradedRun.Of(image, "neurons", payloads.Length).Rows("s"));
        Assert.Equal(vector.Expected.Matrix("a_out"), GradedRun.Of(image, "targets", payloads.Length).Rows("a"));
    }
}
