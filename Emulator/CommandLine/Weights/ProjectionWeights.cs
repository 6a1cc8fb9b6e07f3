using Ganglion.ChipSpec.Image.Learned;

namespace Ganglion.CommandLine.Weights;

/// <summary>How the weights of a plastic projection are spread.</summary>
/// <param name="Name">Name of the projection.</param>
/// <param name="Sign">Which weights it can have: <c>Mixed</c>, <c>Excitatory</c> or <c>Inhibitory</c>.</param>
/// <param name="Exponent">A spike adds <c>weight · 2^exponent</c>.</param>
/// <param name="Synapses">Number of synapses.</param>
/// <param name="Minimum">Smallest weight; <see langword="null"/> without synapses.</param>
/// <param name="Mean">Mean weight; <see langword="null"/> without synapses.</param>
/// <param name="Maximum">Largest weight; <see langword="null"/> without synapses.</param>
/// <param name="AtLowerLimit">Synapses that cannot become weaker.</param>
/// <param name="AtUpperLimit">Synapses that cannot become stronger.</param>
/// <param name="Tagged">Synapses whose tag is not 0.</param>
/// <param name="Histogram">Synapses by weight, over the whole range.</param>
internal sealed record ProjectionWeights(
    string Name, string Sign, int Exponent, long Synapses, int? Minimum, double? Mean, int? Maximum,
    long AtLowerLimit, long AtUpperLimit, long Tagged, IReadOnlyList<WeightBin> Histogram)
{
    private const int Bins = 16;

    /// <summary>Counts the weights of a projection.</summary>
    /// <param name="projection">The projection.</param>
    public static ProjectionWeights Of(LearnedProjection projection)
    {
        (int least, int most) = LearnedStateCheck.RangeOf(projection.Sign);
        int width = (most - least + 1) / Bins;
        long[] counts = new long[Bins];
        long sum = 0;
        foreach (short weight in projection.Weights)
        {
            counts[(weight - least) / width]++;
            sum += weight;
        }

        bool any = projection.Weights.Length > 0;
        return new ProjectionWeights(
            projection.Name,
            projection.Sign.ToString(),
            projection.WeightExponent,
            projection.Weights.Length,
            any ? projection.Weights.Min() : null,
            any ? (double)sum / projection.Weights.Length : null,
            any ? projection.Weights.Max() : null,
            projection.Weights.LongCount(weight => weight == least),
            projection.Weights.LongCount(weight => weight == most),
            projection.Tags.LongCount(tag => tag != 0),
            [.. counts.Select((count, bin) => new WeightBin(least + (bin * width), least + (bin * width) + width - 1, count))]);
    }
}
