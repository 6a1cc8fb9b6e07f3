using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Learn.Fashion;

/// <summary>Fixed random features of an image, and a readout that learns from its errors.</summary>
/// <remarks>
/// <code>
/// pixels → features            static: each feature sees 12 pixels of a patch of 5×5, with random weights of both signs
/// features → classes           dw = 2^-7·u6·x1·y2 − 2^-7·u6·x1·y3
/// more → classes, less → classes   third factors: the positive error in y2, the negative in y3
/// </code>
/// The rule is the delta rule of Widrow and Hoff 1960 with the trace of the feature's spikes as activity, applied once in 64 timesteps.
/// An error is a whole number whose binary digits are spikes: each class has a source neuron for each digit, with the weight of the digit.
/// </remarks>
internal static class FashionNetwork
{
    /// <summary>Source of the pixels.</summary>
    public const string Pixels = "pixels";

    /// <summary>Population of the fixed features.</summary>
    public const string Features = "features";

    /// <summary>Population that answers, one neuron for each class.</summary>
    public const string Outputs = "classes";

    /// <summary>Source of positive errors.</summary>
    public const string More = "more";

    /// <summary>Source of negative errors.</summary>
    public const string Less = "less";

    /// <summary>Classes.</summary>
    public const int Classes = 10;

    /// <summary>Binary digits of an error.</summary>
    public const int ErrorBits = 7;

    /// <summary>Timesteps from one learning to the next.</summary>
    public const int Period = 64;

    private const int Side = 14;
    private const int PatchSide = 5;
    private const int PatchPixels = 12;
    private const int LowestWeight = 32;
    private const int WeightSpread = 64;
    private const int FeatureThreshold = 128;
    private const int OutputThreshold = 1000;
    private const int PotentialDecay = 410;

    /// <summary>Builds the network.</summary>
    /// <param name="features">Neurons that are features.</param>
    /// <param name="seed">Seed of the features.</param>
    public static Network Build(int features, ulong seed) => new NetworkBuilder("fashion")
        .Timestep(1e-3)
        .AddSource(Pixels, [FashionFiles.PixelCount], new ExternalSource())
        .AddSource(More, [ErrorBits * Classes], new ExternalSource())
        .AddSource(Less, [ErrorBits * Classes], new ExternalSource())
        .AddPopulation(Features, [features], new LoihiNeurons { ThresholdMantissa = [FeatureThreshold], PotentialDecay = [PotentialDecay] })
        .AddPopulation(Outputs, [Classes], new LoihiNeurons { ThresholdMantissa = [OutputThreshold], PotentialDecay = [PotentialDecay] })
        .Connect(Pixels, Features, Patches(features, seed), unit: new IntegerWeights())
        .Connect(new Projection
        {
            Name = "features -> classes",
            Source = Features,
            Target = Outputs,
            Connectivity = new AllToAll(features, Classes, 0),
            Unit = new IntegerWeights(),
            Plasticity = new Plasticity
            {
                Rule = LearningRule.Parse("dw = 2^-7*u6*x1*y2 - 2^-7*u6*x1*y3"),
                X1 = new TraceParameters(12, 16),
            },
        })
        .Connect(Error(More, trace: 2))
        .Connect(Error(Less, trace: 3))
        .Output(Outputs)
        .Build();

    private static Explicit Patches(int features, ulong seed)
    {
        var choice = new CounterRandom(seed, RandomPurpose.Connection);
        var weight = new CounterRandom(seed, RandomPurpose.Weight);
        return Explicit.FromSynapses(FashionFiles.PixelCount, Enumerable.Range(0, features).SelectMany(Patch));

        IEnumerable<(int Source, Synapse Synapse)> Patch(int feature)
        {
            const int positions = Side - PatchSide + 1;
            int corner = (int)(choice.Draw((ulong)feature) % (positions * positions));
            (int top, int left) = (corner / positions, corner % positions);
            return Enumerable.Range(0, PatchSide * PatchSide)
                .OrderBy(pixel => choice.Draw((ulong)feature, pixel + 1))
                .Take(PatchPixels)
                .Select(pixel => (
                    ((top + (pixel / PatchSide)) * Side) + left + (pixel % PatchSide),
                    new Synapse(feature, Weight(weight.DrawUnit((ulong)feature, pixel)), 1)));
        }
    }

    /// <summary>A weight of either sign, away from 0.</summary>
    /// <param name="draw">0 to 1.</param>
    private static double Weight(double draw)
    {
        double signed = (2 * draw) - 1;
        return Math.Sign(signed) * (LowestWeight + Math.Floor(WeightSpread * Math.Abs(signed)));
    }

    private static Projection Error(string source, int trace) => new()
    {
        Name = source,
        Source = source,
        Target = Outputs,
        Connectivity = Explicit.FromSynapses(
            ErrorBits * Classes,
            Enumerable.Range(0, ErrorBits * Classes).Select(neuron => (neuron, new Synapse(neuron % Classes, 1 << (neuron / Classes), 1)))),
        Unit = new IntegerWeights(Sign: SignMode.Excitatory),
        ThirdFactor = new ThirdFactor(trace),
    };
}
