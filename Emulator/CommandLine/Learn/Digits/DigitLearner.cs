using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Learn.Digits;

/// <summary>Neurons that compete for images, and learn what the images that they win look like.</summary>
/// <remarks>
/// The first excitatory neuron to reach threshold fires the inhibitory neuron, which sets all others back to 0. The winner moves its
/// weights towards the trace of the pixels:
/// <code>
/// pixels → excitatory   dw = 2^-4·y0·x1 − 2^-5·y0·w        w follows 2·x1, the mean of what the neuron fires for
/// pool → excitatory     dw = 2^-7·u5 − y0                   homeostasis: who wins often is inhibited more
/// </code>
/// The pool neuron fires for every so many spikes of pixels, so its learned inhibition acts as a threshold that grows with the
/// brightness of the image. Structure: Diehl and Cook 2015, Frontiers in Computational Neuroscience 9:99; in place of their adaptive
/// thresholds, the chip learns inhibition.
/// </remarks>
internal static class DigitLearner
{
    /// <summary>Source of the pixels.</summary>
    public const string Pixels = "pixels";

    /// <summary>Source that ends an image, one neuron.</summary>
    public const string Clear = "clear";

    /// <summary>Population that learns.</summary>
    public const string Excitatory = "excitatory";

    /// <summary>Projection of which receptive fields are made.</summary>
    public const string Fields = "pixels -> excitatory";

    /// <summary>Projection that holds the learned inhibition.</summary>
    public const string Homeostasis = "pool -> excitatory";

    /// <summary>Pixels of an image.</summary>
    public const int PixelCount = 64;

    private const string Inhibitory = "inhibitory";
    private const string Pool = "pool";
    private const int LowestWeight = 160;
    private const int WeightSpread = 40;
    private const int LowestInhibition = -120;
    private const int InhibitionSpread = 100;
    private const int Threshold = 16_000;
    private const int PoolThreshold = 10;
    private const int SpikeWeight = 100;
    private const int ResetWeight = -240;

    /// <summary>Builds the network.</summary>
    /// <param name="neurons">Neurons that learn.</param>
    /// <param name="seed">Seed of the initial weights.</param>
    public static Network Build(int neurons, ulong seed)
    {
        var random = new CounterRandom(seed, RandomPurpose.Weight);
        double[] weights = Draw(PixelCount * neurons, 0, LowestWeight, WeightSpread);
        double[] inhibition = Draw(neurons, PixelCount * neurons, LowestInhibition, InhibitionSpread);
        return new NetworkBuilder("digits")
            .Timestep(1e-3)
            .AddSource(Pixels, [PixelCount], new ExternalSource())
            .AddSource(Clear, [1], new ExternalSource())
            .AddPopulation(Excitatory, [neurons], new LoihiNeurons { ThresholdMantissa = [Threshold], MinimumExponent = [0] })
            .AddPopulation(Inhibitory, [1], new LoihiNeurons { ThresholdMantissa = [1] })
            .AddPopulation(Pool, [1], new LoihiNeurons { ThresholdMantissa = [PoolThreshold * SpikeWeight] })
            .Connect(Plastic(Pixels, new AllToAll(PixelCount, neurons, weights), SignMode.Excitatory, exponent: -1, new Plasticity
            {
                Rule = LearningRule.Parse("dw = 2^-4*y0*x1 - 2^-5*y0*w"),
                X1 = new TraceParameters(16, 16),
            }))
            .Connect(Plastic(Pool, new AllToAll(1, neurons, inhibition), SignMode.Inhibitory, exponent: 3, new Plasticity
            {
                Rule = LearningRule.Parse("dw = 2^-7*u5 - y0"),
            }))
            .Connect(Pixels, Pool, new AllToAll(PixelCount, 1, SpikeWeight), unit: new IntegerWeights(Sign: SignMode.Excitatory))
            .Connect(Excitatory, Inhibitory, new AllToAll(neurons, 1, SpikeWeight), unit: new IntegerWeights(Sign: SignMode.Excitatory))
            .Connect(Clear, Inhibitory, new AllToAll(1, 1, SpikeWeight), unit: new IntegerWeights(Sign: SignMode.Excitatory))
            .Connect(Inhibitory, Excitatory, new AllToAll(1, neurons, ResetWeight), unit: new IntegerWeights(Exponent: 7, Sign: SignMode.Inhibitory))
            .Output(Excitatory)
            .Build();

        double[] Draw(int count, int firstId, int low, int spread) =>
            [.. Enumerable.Range(firstId, count).Select(id => low + Math.Floor(spread * random.DrawUnit((ulong)id)))];
    }

    private static Projection Plastic(string source, Connectivity connectivity, SignMode sign, int exponent, Plasticity plasticity) => new()
    {
        Name = $"{source} -> {Excitatory}",
        Source = source,
        Target = Excitatory,
        Connectivity = connectivity,
        Unit = new IntegerWeights(Exponent: exponent, Sign: sign),
        Plasticity = plasticity,
    };
}
