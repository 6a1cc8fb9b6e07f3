using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Bench;

/// <summary>A recurrent network of excitatory and inhibitory neurons, driven by a high resting potential.</summary>
/// <remarks>
/// Membrane time constant 20 ms, threshold 10 mV above rest, uniform delays of 1 to 16 timesteps, timestep 1 ms. The published networks
/// have a synaptic time constant of 5 ms for excitation and 10 ms for inhibition; a Loihi compartment has one current, so both decay
/// with 5 ms here and the inhibitory weight is doubled, which keeps its charge.
/// Sources: Vogels and Abbott 2005, J. Neurosci. 25(46); Brunel 2000, J. Comput. Neurosci. 8(3).
/// </remarks>
/// <param name="Name">Name of the network.</param>
/// <param name="Excitatory">Excitatory neurons.</param>
/// <param name="Inhibitory">Inhibitory neurons.</param>
/// <param name="Probability">Probability of a synapse between two neurons.</param>
/// <param name="ExcitatoryWeight">Current that an excitatory spike adds, in mV.</param>
/// <param name="InhibitoryWeight">Current that an inhibitory spike adds, in mV; negative.</param>
/// <param name="Drive">Resting potential above the reset potential, in mV.</param>
/// <param name="Refractory">Timesteps from one spike to the next possible one.</param>
internal sealed record BalancedNetwork(
    string Name, int Excitatory, int Inhibitory, double Probability, double ExcitatoryWeight, double InhibitoryWeight, double Drive, int Refractory)
{
    private const double Timestep = 1e-3;
    private const double MembraneTimeConstant = 20e-3;
    private const double SynapticTimeConstant = 5e-3;
    private const double Threshold = 10;
    private const int MaximumDelay = 16;

    /// <summary>The network of Vogels and Abbott.</summary>
    public static BalancedNetwork Cuba { get; } = new("cuba", 3_200, 800, 0.02, 1.62, -18.0, 11, 5);

    /// <summary>The network of Brunel.</summary>
    public static BalancedNetwork Brunel { get; } = new("brunel", 10_000, 2_500, 0.10, 0.20, -2.40, 38, 2);

    /// <summary>A network that fits one core.</summary>
    public static BalancedNetwork Small { get; } = new("small", 80, 20, 0.10, 1.62, -18.0, 11, 5);

    /// <summary>A network whose excitatory synapses onto excitatory neurons learn.</summary>
    /// <remarks>
    /// Pair rule, both time constants 20 ms, depression 1.05 times potentiation. A pair of spikes changes a weight by at most 20/128 of a
    /// step of 8 bits.
    /// </remarks>
    public static BalancedNetwork Stdp { get; } = new("stdp", 2_000, 500, 0.10, 0.45, -5.40, 24, 2)
    {
        Plasticity = new Plasticity
        {
            Rule = LearningRule.Parse("dw = 2^-7*y0*x1 - 2^-7*x0*y1"),
            X1 = new TraceParameters(20, 20),
            Y1 = new TraceParameters(21, 20),
            MaximumWeight = 3 * 0.45,
        },
    };

    /// <summary>How excitatory synapses onto excitatory neurons learn; <see langword="null"/> when they do not.</summary>
    public Plasticity? Plasticity { get; init; }

    /// <summary>Makes the network.</summary>
    /// <param name="seed">Seed of connections, delays and initial potentials.</param>
    public Network Build(ulong seed) => new NetworkBuilder(Name)
        .Timestep(Timestep)
        .AddPopulation("excitatory", [Excitatory], Neurons(seed, 0, Excitatory))
        .AddPopulation("inhibitory", [Inhibitory], Neurons(seed, Excitatory, Inhibitory))
        .Connect(new Projection
        {
            Name = "excitatory -> excitatory",
            Source = "excitatory",
            Target = "excitatory",
            Connectivity = Synapses(seed, Excitatory, Excitatory, ExcitatoryWeight, allowSelf: false),
            Plasticity = Plasticity,
        })
        .Connect("excitatory", "inhibitory", Synapses(seed + 1, Excitatory, Inhibitory, ExcitatoryWeight, allowSelf: true))
        .Connect("inhibitory", "excitatory", Synapses(seed + 2, Inhibitory, Excitatory, InhibitoryWeight, allowSelf: true))
        .Connect("inhibitory", "inhibitory", Synapses(seed + 3, Inhibitory, Inhibitory, InhibitoryWeight, allowSelf: false))
        .Build();

    private CurrentBasedNeurons Neurons(ulong seed, int first, int count)
    {
        var random = new CounterRandom(seed, RandomPurpose.InitialState);
        return NeuronFactory.CubaLif(
            SynapticTimeConstant,
            MembraneTimeConstant,
            Timestep,
            Threshold,
            leakPotential: Drive,
            inputWeight: SynapticTimeConstant / Timestep,
            refractory: Refractory) with
        {
            InitialPotential = [.. Enumerable.Range(first, count).Select(neuron => Threshold * random.DrawUnit((ulong)neuron))],
        };
    }

    private RandomConnectivity Synapses(ulong seed, int sources, int targets, double weight, bool allowSelf) => new()
    {
        SourceCount = sources,
        TargetCount = targets,
        Probability = Probability,
        Weight = new Constant(weight),
        Delay = new UniformInteger(1, MaximumDelay),
        Seed = seed,
        AllowSelf = allowSelf,
    };
}
