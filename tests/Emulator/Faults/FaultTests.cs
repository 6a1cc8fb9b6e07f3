using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Emulator.Faults;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Tests.Learning;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Faults;

/// <summary>Faults are data, strike where and when they say, and say what they have touched.</summary>
public sealed class FaultTests
{
    private const int Timesteps = 200;
    private const string Everything = """
        seed: 5
        faults:
          - {kind: deadCore, core: 3, from: 150}
          - {kind: deadNeuron, population: a, probability: 0.2}
          - {kind: stuckNeuron, population: b, neurons: [1, 29], from: 20, until: 60}
          - {kind: deadLink, tiles: [0, 1], from: 10}
          - {kind: weightBitFlip, probability: 0.001}
          - {kind: eventBitFlip, probability: 0.02}
          - {kind: eventLoss, probability: 0.05, core: 2}
        """;

    [Fact]
    public void The_same_plan_strikes_alike_with_any_number_of_workers()
    {
        Outcome alone = Run(Everything, 1, out string counts);
        foreach (int workers in new[] { 2, 3, 9 })
        {
            Assert.Equal(alone, Run(Everything, workers, out string others));
            Assert.Equal(counts, others);
        }

        Assert.Equal(7, counts.Split('\n').Count(line => !line.StartsWith('0')));
        Assert.NotEqual(alone.Spikes, Run("{seed: 6, faults: [{kind: eventLoss, probability: 0.05}]}", 1, out _).Spikes);
    }

    [Fact]
    public void A_plan_whose_faults_never_strike_changes_nothing()
    {
        Outcome healthy = Outcome.Of(SmallNetwork.Image, SmallNetwork.Chip, new MachineOptions { Seed = 11 }, Timesteps);
        string idle = """
            faults:
              - {kind: deadCore, core: 3, from: 1000}
              - {kind: deadNeuron, population: a, probability: 0}
              - {kind: eventLoss, probability: 0}
              - {kind: weightBitFlip, probability: 0}
            """;

        Assert.Equal(healthy, Run(idle, 2, out string counts));
        Assert.All(counts.Split('\n'), line => Assert.StartsWith("0 ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Dead_neurons_are_silent_and_stuck_ones_fire_always()
    {
        using Machine machine = NewMachine("faults: [{kind: deadNeuron, population: b, from: 50}, {kind: stuckNeuron, population: a, neurons: [7], from: 10, until: 40}]");
        PopulationImage b = machine.Image.Populations.Single(population => population.Name == "b");
        int stuck = machine.Image.Populations.Single(population => population.Name == "a").FirstNeuron + 7;
        var log = new Log();
        machine.Attach(log);
        machine.Run(Timesteps);

        Assert.InRange(log.Spikes.Where(spike => spike.Neuron >= b.FirstNeuron && spike.Neuron < b.FirstNeuron + b.Count).Max(spike => spike.Timestep), 40, 49);
        Assert.All(Enumerable.Range(10, 31), timestep => Assert.Contains((timestep, stuck), log.Spikes));
        Assert.True(machine.Faults[0].Touched > 100);
        Assert.InRange(machine.Faults[1].Touched, 1, 31);
    }

    [Fact]
    public void A_dead_core_keeps_its_state_and_says_nothing()
    {
        using Machine machine = NewMachine("faults: [{kind: deadCore, core: 0, from: 21}]");
        machine.Run(20);
        ulong before = machine.CoreHashes().First();
        int[] potentials = machine.Read("a", "v")[..8];
        machine.Run(30);

        Assert.Equal(potentials, machine.Read("a", "v")[..8]);
        Assert.Equal(30, machine.Faults[0].Touched);
        Assert.NotEqual(0UL, before);
    }

    [Fact]
    public void A_dead_core_that_would_learn_is_counted_once_in_a_timestep()
    {
        ChipSpec.Spec.ChipSpec chip = ChipSpec.Reading.Presets.Load("unbounded");
        ChipImage image = NetworkCompiler.Compile(PlasticNetworks.Build(40, 5, 0.3, 6, 1), chip).Image;
        using var machine = new Machine(image, chip, new MachineOptions { Faults = FaultPlanReader.Read($"faults: [{{kind: deadCore, core: {image.Cores[0].Core}, from: 11}}]", "plan.yaml") });
        machine.Run(10);
        IReadOnlyList<PlasticSynapse> before = machine.PlasticSynapses("rewarded");
        machine.Run(40);

        Assert.Equal(40, machine.Faults[0].Touched);
        Assert.Equal(before, machine.PlasticSynapses("rewarded"));
    }

    [Fact]
    public void Every_link_of_a_mesh_is_used_as_a_walk_says()
    {
        ChipSpec.Spec.Mesh mesh = SmallNetwork.Chip.Mesh with { Width = 4, Height = 3 };
        for (int from = 0; from < 12; from++)
        {
            for (int to = 0; to < 12; to++)
            {
                HashSet<(int, int)> walk = [.. Walk(mesh, from, to)];
                for (int first = 0; first < 12; first++)
                {
                    for (int second = first + 1; second < 12; second++)
                    {
                        if (LinkUse.IsLink(mesh, (first, second)))
                        {
                            Assert.Equal(walk.Contains((first, second)), LinkUse.Uses(mesh, from, to, (second, first)));
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Packets_are_lost_doubled_delayed_and_reordered()
    {
        Assert.Equal([], Sent("packetLoss"));
        Assert.Equal(["1: 0 0", "2: 1 1", "3: 2 2"], Sent("packetDuplication"));
        Assert.Equal(["3: 0", "4: 1", "5: 2"], Sent("packetDelay, timesteps: 2"));
        Assert.Equal(["2: 1 0"], Sent("packetReordering"));
        Assert.Equal(["1: 0", "4: 1 2"], Sent("stalledClient, from: 2, until: 3"));
        Assert.Equal(["1: 0"], Sent("vanishedClient, from: 2"));
        Assert.Equal(["1: 0", "2: 1", "3: 2"], Sent("packetLoss, port: other"));
    }

    [Fact]
    public void A_plan_is_read_with_all_its_mistakes()
    {
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => FaultPlanReader.Read(
            """
            faults:
              - {kind: deadCore}
              - {kind: deadCore, core: 1, probability: 0.5}
              - {kind: eventLoss, probability: 2}
              - {kind: deadlink, tiles: [0, 1]}
              - {kind: stuckNeuron, population: a, from: 9, until: 3}
            """,
            "plan.yaml"));

        Assert.Equal([2, 3, 4, 5, 6], e.Diagnostics.Select(diagnostic => diagnostic.Location.Line));
        Assert.Equal(["GAN1011", "GAN1012", "GAN1014", "GAN1015", "GAN1014"], e.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Theory]
    [InlineData("{kind: deadCore, core: 100}", "core 100")]
    [InlineData("{kind: deadLink, tiles: [0, 0]}", "tiles 0 and 0")]
    [InlineData("{kind: deadNeuron, population: noise}", "population 'noise'")]
    [InlineData("{kind: deadNeuron, population: a, neurons: [3, 40]}", "neuron 40 of 'a'")]
    public void Parts_that_the_machine_does_not_have_are_refused(string fault, string found)
    {
        Diagnostic diagnostic = Assert.Single(Assert.Throws<InvalidInputException>(() => NewMachine($"faults: [{fault}]")).Diagnostics);

        Assert.Equal((FaultDiagnostics.UnknownPart, found), (diagnostic.Descriptor, diagnostic.Found));
    }

    private static Machine NewMachine(string plan, int workers = 1) =>
        new(SmallNetwork.Image, SmallNetwork.Chip, new MachineOptions { Workers = workers, Seed = 11, Faults = FaultPlanReader.Read(plan, "plan.yaml") });

    private static Outcome Run(string plan, int workers, out string counts)
    {
        using Machine machine = NewMachine(plan, workers);
        Outcome outcome = Outcome.Of(machine, Timesteps);
        counts = string.Join('\n', machine.Faults.Select(count => $"{count.Touched} {count.Unit}"));
        return outcome;
    }

    /// <summary>The spikes that three packets, one before each of three timesteps, fire in five timesteps.</summary>
    private static List<string> Sent(string fault)
    {
        using Machine machine = NewMachine($"faults: [{{kind: {fault}}}]");
        var log = new Inputs();
        SpikePort port = SpikePort.Open(machine, new PortOptions { Name = "test", Sources = ["outside"] }, log);
        int outside = machine.Image.Populations.Index().Single(pair => pair.Item.Name == "outside").Index;
        for (int i = 0; i < 5; i++)
        {
            if (i < 3)
            {
                port.Offer([new PortSpike(outside, i)]);
            }

            machine.Run(1);
        }

        return log.Lines;
    }

    private static IEnumerable<(int, int)> Walk(ChipSpec.Spec.Mesh mesh, int from, int to)
    {
        (int x, int y) = (mesh.X(from), mesh.Y(from));
        while (x != mesh.X(to) || y != mesh.Y(to))
        {
            int before = (x * mesh.Height) + y;
            if (x != mesh.X(to))
            {
                x += Math.Sign(mesh.X(to) - x);
            }
            else
            {
                y += Math.Sign(mesh.Y(to) - y);
            }

            int after = (x * mesh.Height) + y;
            yield return (Math.Min(before, after), Math.Max(before, after));
        }
    }

    private sealed class Log : ITimestepObserver
    {
        public List<(long Timestep, int Neuron)> Spikes { get; } = [];

        public void Observe(in TimestepRecord record)
        {
            foreach (int neuron in record.Spikes)
            {
                Spikes.Add((record.Timestep, neuron));
            }
        }
    }

    private sealed class Inputs : IInputRecorder
    {
        public List<string> Lines { get; } = [];

        public void Record(long timestep, int device, long sequence, int population, ReadOnlySpan<int> neurons) =>
            Lines.Add($"{timestep}: {string.Join(' ', neurons.ToArray())}");
    }
}
