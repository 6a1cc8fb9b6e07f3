using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Learning;

/// <summary>Measures on ODIN how a source spike changes a weight, against the target's potential, for every amount of calcium that differs.</summary>
internal static class SdspWindow
{
    private const int LargestCalcium = 7;
    private const int PotentialStep = 2;
    private const int Neurons = 128;
    private const int Weight = 3;
    private const int WeightMask = 7;
    private const int Timesteps = 3;
    private const string Targets = "target";

    /// <summary>Measures it.</summary>
    /// <param name="neurons">Registers of the targets; potential and calcium before the first timestep are set here.</param>
    /// <returns>A curve for all amounts of calcium that learn alike; differences are those of potential and learning potential.</returns>
    public static IReadOnlyList<WindowCurve> Measure(OdinNeurons neurons)
    {
        List<(string Calcium, int[] Changes)> curves = [];
        for (int calcium = 0; calcium <= LargestCalcium; calcium++)
        {
            int[] changes = Run(neurons with { InitialPotential = [.. Potentials()], InitialCalcium = [calcium] });
            int alike = curves.FindIndex(curve => curve.Changes.AsSpan().SequenceEqual(changes));
            if (alike < 0)
            {
                curves.Add(($"calcium {calcium}", changes));
            }
            else
            {
                curves[alike] = ($"{curves[alike].Calcium}, {calcium}", changes);
            }
        }

        int learningPotential = neurons.LearningPotential[0];
        return
        [
            .. curves.Select(curve => new WindowCurve(
                curve.Calcium, [.. Potentials().Zip(curve.Changes, (potential, change) => new WindowPoint(potential - learningPotential, change, 0))])),
        ];
    }

    private static IEnumerable<int> Potentials() => Enumerable.Range(0, Neurons).Select(neuron => neuron * PotentialStep);

    private static int[] Run(OdinNeurons neurons)
    {
        Network network = new NetworkBuilder("sdsp window")
            .AddSource("source", [1], new ListSource([1], [0]))
            .AddPopulation(Targets, [Neurons], neurons)
            .Connect("source", Targets, new AllToAll(1, Neurons, Weight), unit: new IntegerWeights(4, 0, SignMode.Excitatory))
            .Build();
        ChipSpec.Spec.ChipSpec chip = Presets.Load("odin");
        using Machine machine = new(NetworkCompiler.Compile(network, chip).Image, chip);
        var learned = new LastValues();

        // Neurons without synapses of their own leave all slots to sources, so the only one has the first.
        machine.Attach(Targets, "synapses0", Timesteps, learned);
        machine.Run(Timesteps);
        return [.. learned.Values.Select(word => (word & WeightMask) - Weight)];
    }

    private sealed class LastValues : IProbeSink
    {
        public int[] Values { get; private set; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values) => Values = [.. values];
    }
}
