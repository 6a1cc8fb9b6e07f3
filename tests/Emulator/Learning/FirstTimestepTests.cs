using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Learning;

/// <summary>Sources that fire in timestep 0, before the first learning epoch.</summary>
public sealed class FirstTimestepTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_spike_before_the_first_epoch_leaves_its_trace(int epoch)
    {
        using Machine machine = Load(epoch);

        machine.Run(3);

        // The target fires in timestep 1 and grows its synapse by a quarter of x1, which the spike has set to 40 and nothing lets decay.
        Assert.Equal(60, Assert.Single(machine.PlasticSynapses("learning")).Weight);
    }

    [Fact]
    public void It_counts_as_an_impulse_of_its_trace()
    {
        using Machine machine = Load(1);

        machine.Run(0);
        machine.Run(3);

        // The source's spike, and the target's.
        Assert.Equal(2, machine.Ledger().Totals.TraceUpdates);
    }

    private static Machine Load(int epoch)
    {
        ChipSpec.Spec.ChipSpec chip = PlasticNetworks.Chip(16);
        ChipImage image = NetworkCompiler.Compile(
            new NetworkBuilder("early")
                .AddSource("input", [1], new ListSource([0], [0]))
                .AddPopulation("group", [1], new LoihiNeurons { ThresholdMantissa = [100], InitialPotential = [101 << 6], Refractory = [63] })
                .Connect(new Projection
                {
                    Name = "learning",
                    Source = "input",
                    Target = "group",
                    Connectivity = new AllToAll(1, 1, 50, 5),
                    Unit = new IntegerWeights(),
                    Plasticity = new Plasticity
                    {
                        Rule = LearningRule.Parse("dw = 2^-2*y0*x1 + 2^-7*x0*y1"),
                        EpochTimesteps = epoch,
                        X1 = new TraceParameters(40, 1e12),
                        Y1 = new TraceParameters(1, 1e12),
                    },
                })
                .Build(),
            chip).Image;
        return new Machine(image, chip);
    }
}
