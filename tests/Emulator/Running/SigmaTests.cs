using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>Delta coding and sigma decoding undo each other, to within the threshold.</summary>
public sealed class SigmaTests
{
    /// <summary>Spikes of the source in every timestep from 0: the signal that the chain carries.</summary>
    private static readonly int[] Signal = [0, 3, 3, 9, 10, 11, 2, 2, 2, 0, 0, 7];

    [Fact]
    public void Without_a_threshold_the_signal_comes_back_two_timesteps_late()
    {
        (int[] delta, int[] sigma) = Run(threshold: 0);

        Assert.Equal([0, 15, 0, 30, 5, 5, -45, 0, 0, -10, 0, 35], delta);
        Assert.Equal([0, .. Signal.Take(Signal.Length - 1).Select(value => 5 * value)], sigma);
    }

    [Fact]
    public void A_threshold_saves_messages_and_keeps_the_rest_for_later()
    {
        (int[] delta, int[] sigma) = Run(threshold: 12);

        // The changes 5 and 5 stay below 12 and are sent with the next one: 5 + 5 − 45. So are −10 and 35.
        Assert.Equal([0, 15, 0, 30, 0, 0, -35, 0, 0, 0, 0, 25], delta);
        Assert.Equal([0, 0, 15, 15, 45, 45, 45, 10, 10, 10, 10, 10], sigma);
    }

    [Fact]
    public void A_sum_of_zero_is_silence()
    {
        (_, int[] sigma) = Run(threshold: 0);

        // Signal 0 in timesteps 9 and 10: nothing is sent, and the payload reads 0.
        Assert.Equal((0, 0), (sigma[10], sigma[11]));
    }

    private static (int[] Delta, int[] Sigma) Run(int threshold)
    {
        (long Timestep, int Neuron)[] spikes = [.. Signal.SelectMany((times, timestep) => Enumerable.Repeat(((long)timestep, 0), times))];
        Network network = new NetworkBuilder("chain")
            .AddSource("signal", [1], new ListSource([.. spikes.Select(spike => spike.Timestep)], [.. spikes.Select(spike => spike.Neuron)]))
            .AddPopulation("delta", [1], new Loihi2Neurons(Loihi2Models.Delta).With("threshold", threshold))
            .AddPopulation("sigma", [1], new Loihi2Neurons(Loihi2Models.Sigma))
            .Connect("signal", "delta", new OneToOne(5), unit: new IntegerWeights(Sign: SignMode.Excitatory))
            .Connect("delta", "sigma", new OneToOne(1), unit: new IntegerWeights(Sign: SignMode.Excitatory))
            .Output("sigma")
            .Build();
        ChipSpec.Spec.ChipSpec chip = Presets.Load("loihi2");
        ChipImage image = NetworkCompiler.Compile(network, chip).Image;
        using var machine = new Machine(image, chip);
        Samples delta = new();
        Samples sigma = new();
        machine.Attach("delta", "s", 1, delta);
        machine.Attach("sigma", "s", 1, sigma);
        machine.Run(Signal.Length);
        return ([.. delta.Values], [.. sigma.Values]);
    }

    private sealed class Samples : IProbeSink
    {
        public List<int> Values { get; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values) => Values.Add(values[0]);
    }
}
