using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;

namespace Ganglion.CommandLine.Learning;

/// <summary>Lets single synapses learn under prescribed spikes, on a chip without limits, many times over.</summary>
/// <remarks>
/// Each trial and repetition has a source and a target neuron of its own. A teacher fires the target when the trial says so; the synapse
/// that learns is too weak to.
/// </remarks>
internal sealed class SpikeExperiment
{
    private const string Plastic = "learning";
    private const int TeacherWeight = 255;
    private const int TeacherExponent = 6;

    // Above what the largest learned weight brings, 255, and below what the teacher brings, 16,320; both together fit in 16 bits.
    private const int Threshold = 10_000;

    private readonly Plasticity _plasticity;
    private readonly IReadOnlyList<SpikeTrial> _trials;
    private readonly int _repetitions;

    /// <summary>Prepares an experiment.</summary>
    /// <param name="plasticity">What the synapses learn by.</param>
    /// <param name="trials">The trials, at least one.</param>
    /// <param name="repetitions">Synapses for each trial, at least 1; they differ in their random numbers.</param>
    public SpikeExperiment(Plasticity plasticity, IReadOnlyList<SpikeTrial> trials, int repetitions) =>
        (_plasticity, _trials, _repetitions) = (plasticity, trials, repetitions);

    /// <summary>Weight of every synapse at the beginning.</summary>
    public int InitialWeight { get; init; } = 128;

    /// <summary>Which weights can be learned.</summary>
    public SignMode Sign { get; init; } = SignMode.Excitatory;

    /// <summary>Seed of the random numbers.</summary>
    public ulong Seed { get; init; }

    /// <summary>Lets the synapses learn until everything has happened.</summary>
    /// <returns>Change of weight for each trial and repetition.</returns>
    public int[][] Run()
    {
        ChipSpec.Spec.ChipSpec chip = Presets.Load("unbounded");
        using Machine machine = new(NetworkCompiler.Compile(Network(), chip).Image, chip, new MachineOptions { Seed = Seed });
        int last = _trials.Max(trial => trial.LastTimestep);

        // The end of the epoch belongs to the trial.
        machine.Run((last + _plasticity.EpochTimesteps - 1) / _plasticity.EpochTimesteps * _plasticity.EpochTimesteps);
        int[][] changes = [.. _trials.Select(_ => new int[_repetitions])];
        foreach (PlasticSynapse synapse in machine.PlasticSynapses(Plastic))
        {
            changes[synapse.Source / _repetitions][synapse.Source % _repetitions] = synapse.Weight - InitialWeight;
        }

        return changes;
    }

    private Network Network()
    {
        int count = _trials.Count * _repetitions;
        NetworkBuilder builder = new NetworkBuilder("spike experiment")
            .AddSource("source", [count], Spikes(trial => trial.Source))
            .AddSource("teacher", [count], Spikes(trial => trial.Target.Select(timestep => timestep - 1)))
            .AddPopulation("target", [count], new LoihiNeurons { CurrentDecay = [4096], PotentialDecay = [4096], ThresholdMantissa = [Threshold] })
            .Connect("teacher", "target", new OneToOne(TeacherWeight), unit: new IntegerWeights(8, TeacherExponent, SignMode.Excitatory))
            .Connect(new Projection
            {
                Name = Plastic,
                Source = "source",
                Target = "target",
                Connectivity = new OneToOne(InitialWeight),
                Unit = new IntegerWeights(8, 0, Sign),
                Plasticity = _plasticity,
            });
        foreach (IGrouping<(int Trace, int Amount), FactorPulse> factor in _trials.SelectMany(trial => trial.Pulses).GroupBy(pulse => (pulse.Trace, pulse.Amount)))
        {
            string name = $"y{factor.Key.Trace} {factor.Key.Amount}";
            builder
                .AddSource(name, [count], Spikes(trial => trial.Pulses.Where(pulse => (pulse.Trace, pulse.Amount) == factor.Key).Select(pulse => pulse.Timestep)))
                .Connect(new Projection
                {
                    Name = name,
                    Source = name,
                    Target = "target",
                    Connectivity = new OneToOne(factor.Key.Amount),
                    Unit = new IntegerWeights(8, 0, SignMode.Excitatory),
                    ThirdFactor = new ThirdFactor(factor.Key.Trace),
                });
        }

        return builder.Build();
    }

    private ListSource Spikes(Func<SpikeTrial, IEnumerable<int>> timesteps)
    {
        (long Timestep, int Neuron)[] spikes =
        [
            .. _trials.SelectMany((trial, i) => timesteps(trial).SelectMany(
                timestep => Enumerable.Range(i * _repetitions, _repetitions).Select(neuron => ((long)timestep, neuron)))).Order(),
        ];
        return new ListSource([.. spikes.Select(spike => spike.Timestep)], [.. spikes.Select(spike => spike.Neuron)]);
    }
}
