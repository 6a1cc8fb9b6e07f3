using Ganglion.Compiler.Check;

namespace Ganglion.Compiler.Quantize;

/// <summary>How large the input of a population's neurons can be, over all projections that end there, in units of potential.</summary>
internal sealed class InputBounds
{
    private InputBounds(EffectiveWeights[] projections, int neurons)
    {
        Projections = projections;
        LargestSums = new double[neurons];
        for (int i = 0; i < neurons; i++)
        {
            double positive = projections.Sum(p => p.PositiveSums[i]);
            double negative = projections.Sum(p => p.NegativeSums[i]);
            LargestSums[i] = Math.Max(positive, negative);
        }
    }

    /// <summary>The weights of every incoming projection.</summary>
    public IReadOnlyList<EffectiveWeights> Projections { get; }

    /// <summary>Magnitude of the sum of all weights of one sign, the larger of the two, onto every neuron.</summary>
    public double[] LargestSums { get; }

    /// <summary>Adds the projections up.</summary>
    public static InputBounds Of(IEnumerable<SynapseStatistics> incoming, int neurons) => new([.. incoming.Select(s => s.Weights)], neurons);
}
