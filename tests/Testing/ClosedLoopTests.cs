using Ganglion.ChipSpec;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Faults;

namespace Ganglion.Testing.Tests;

/// <summary>An inverted pendulum, balanced by a spiking controller in lock-step.</summary>
public sealed class ClosedLoopTests
{
    private const int Timesteps = 5_000;
    private const double Fallen = 1;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_pole_is_balanced_for_ten_seconds(int workers)
    {
        Pendulum pole = Run(new EmulatorOptions { Workers = workers }, out _);

        Assert.InRange(pole.Worst, 0.1, 0.5);
        Assert.InRange(Math.Abs(pole.Angle), 0, 0.1);
    }

    [Fact]
    public void The_same_loop_is_the_same_run()
    {
        Run(new EmulatorOptions(), out string one);
        Run(new EmulatorOptions { Workers = 3 }, out string other);

        Assert.Equal(one, other);
    }

    [Fact]
    public void A_dead_motor_lets_the_pole_fall()
    {
        FaultPlan plan = FaultPlanReader.Read("faults: [{kind: deadNeuron, population: motor, from: 1000}]", "plan.yaml");

        Assert.True(Run(new EmulatorOptions { Faults = plan }, out _).Worst > Fallen);
    }

    [Fact]
    public void Without_a_controller_the_pole_falls()
    {
        var pole = new Pendulum(0, 0, 0);
        for (int i = 0; i < Timesteps && pole.Worst < Fallen; i++)
        {
            pole.Receive(i, []);
        }

        Assert.True(pole.Worst >= Fallen);
    }

    private static Pendulum Run(EmulatorOptions options, out string state)
    {
        using EmulatorFixture emulator = EmulatorFixture.Of(Controller(), options);
        IReadOnlyList<PopulationImage> populations = emulator.Machine.Image.Populations;
        int Index(string name) => populations.Index().Single(pair => pair.Item.Name == name).Index;
        var pole = new Pendulum(Index("left"), Index("right"), populations[Index("motor")].FirstNeuron);
        emulator.Connect(pole, ["left", "right"], ["motor"]);
        emulator.Step(Timesteps);
        state = emulator.Machine.StateHash();
        return pole;
    }

    /// <summary>Each sensor neuron drives the motor neuron of its number on the other side of the pole.</summary>
    private static Network Controller()
    {
        var explicitLeft = new OneToOneOnto(Pendulum.SensorNeurons, Pendulum.MotorNeurons);
        return new NetworkBuilder("balance")
            .AddSource("left", [Pendulum.SensorNeurons], new ExternalSource())
            .AddSource("right", [Pendulum.SensorNeurons], new ExternalSource())
            .AddPopulation("motor", [2 * Pendulum.MotorNeurons], new LoihiNeurons { CurrentDecay = [4096], PotentialDecay = [4096], ThresholdMantissa = [100] })
            .Connect("left", "motor", explicitLeft.Shifted(Pendulum.MotorNeurons), unit: new IntegerWeights(8, 0, SignMode.Excitatory))
            .Connect("right", "motor", explicitLeft.Shifted(0), unit: new IntegerWeights(8, 0, SignMode.Excitatory))
            .Output("motor")
            .Build();
    }

    private readonly record struct OneToOneOnto(int Sources, int Motors)
    {
        public AllToAll Shifted(int by)
        {
            double[] weights = new double[2 * Motors * Sources];
            for (int source = 0; source < Sources; source++)
            {
                weights[((source + by) * Sources) + source] = 200;
            }

            return new AllToAll(Sources, 2 * Motors, weights);
        }
    }
}
