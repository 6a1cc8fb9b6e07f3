using Ganglion.ChipSpec.Learning;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Learn.Conditioning;

/// <summary>Two stimuli that drive one response, through synapses that learn from a reward.</summary>
/// <remarks>
/// A timestep stands for a millisecond. A synapse is marked in its tag when its neuron fires shortly before the response, and loses
/// the mark slowly; the weight moves only where mark and reward meet:
/// <code>
/// dt = 2^-1·y0·x1 − 2^-3·x0·y1 − 2^-7·u0·t        the mark: timing of spikes, forgotten within 128 timesteps
/// dw = 2^-7·u0·t·(y2 − 4)                          y2 is the reward; below the expected 4 a marked synapse loses
/// </code>
/// Source of the problem and the idea: Izhikevich 2007, Cerebral Cortex 17(10), "Solving the distal reward problem through linkage of
/// STDP and dopamine signaling".
/// </remarks>
internal static class ConditioningNetwork
{
    /// <summary>Source of the stimulus that is rewarded.</summary>
    public const string Bell = "bell";

    /// <summary>Source of the stimulus that is not.</summary>
    public const string Light = "light";

    /// <summary>Source of the reward, one neuron.</summary>
    public const string Reward = "reward";

    /// <summary>The neuron that responds.</summary>
    public const string Response = "response";

    /// <summary>Neurons of each stimulus.</summary>
    public const int StimulusNeurons = 20;

    private const int InitialWeight = 70;
    private const int RewardImpulse = 100;
    private const double RewardTimeConstant = 17;
    private const double SpikeTimeConstant = 20;
    private const int MembraneDecay = 200;
    private const int Threshold = 900;

    private static readonly Plasticity RewardModulated = new()
    {
        Rule = LearningRule.Parse("dt = 2^-1*y0*x1 - 2^-3*x0*y1 - 2^-7*u0*t; dw = 2^-7*u0*t*(y2 - 4)"),
        X1 = new TraceParameters(20, SpikeTimeConstant),
        Y1 = new TraceParameters(20, SpikeTimeConstant),
        Y2 = new TraceParameters(0, RewardTimeConstant),
    };

    /// <summary>Name of the projection of a stimulus.</summary>
    /// <param name="stimulus">Name of its source.</param>
    public static string ProjectionOf(string stimulus) => $"{stimulus} -> {Response}";

    /// <summary>Builds the network.</summary>
    public static Network Build() => new NetworkBuilder("conditioning")
        .Timestep(1e-3)
        .AddSource(Bell, [StimulusNeurons], new ExternalSource())
        .AddSource(Light, [StimulusNeurons], new ExternalSource())
        .AddSource(Reward, [1], new ExternalSource())
        .AddPopulation(Response, [1], new LoihiNeurons { PotentialDecay = [MembraneDecay], ThresholdMantissa = [Threshold], Refractory = [3] })
        .Connect(Stimulus(Bell))
        .Connect(Stimulus(Light))
        .Connect(new Projection
        {
            Name = Reward,
            Source = Reward,
            Target = Response,
            Connectivity = new AllToAll(1, 1, RewardImpulse),
            Unit = new IntegerWeights(Sign: SignMode.Excitatory),
            ThirdFactor = new ThirdFactor(2, ThirdFactorMode.Impulse),
        })
        .Output(Response)
        .Build();

    private static Projection Stimulus(string name) => new()
    {
        Name = ProjectionOf(name),
        Source = name,
        Target = Response,
        Connectivity = new AllToAll(StimulusNeurons, 1, InitialWeight),
        Unit = new IntegerWeights(Sign: SignMode.Excitatory),
        Plasticity = RewardModulated,
    };
}
