using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Devices;

/// <summary>Devices are endpoints of the event loop.</summary>
public sealed class DeviceTests
{
    private const int Timesteps = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_a_device_sends_acts_as_if_it_had_been_injected(int workers) =>
        Gen.Int[0, 3].Array[0, 5].Array[Timesteps + 1].Sample(
            sent =>
            {
                using Machine injected = SmallNetwork.NewMachine();
                for (int timestep = 0; timestep <= Timesteps; timestep++)
                {
                    injected.Inject("outside", timestep, sent[timestep]);
                }

                using Machine driven = SmallNetwork.NewMachine(workers);
                driven.Connect(new Script { Sent = sent, Population = Population(driven, "outside") }, ["outside"], []);

                Assert.Equal(Outcome.Of(injected, Timesteps), Outcome.Of(driven, Timesteps));
            },
            iter: 15);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_device_hears_all_spikes_of_what_it_listens_to_and_no_others(int workers)
    {
        using Machine machine = SmallNetwork.NewMachine(workers);
        PopulationImage population = machine.Image.Populations.Single(population => population.Name == "a");
        PopulationImage source = machine.Image.Populations.Single(population => population.Name == "noise");
        var observed = new Spikes([population, source]);
        var one = new Script();
        var both = new Script();
        var none = new Script();
        machine.Attach(observed);
        machine.Connect(both, [], ["a", "noise"]);
        machine.Connect(one, [], ["a"]);
        machine.Connect(none, [], []);
        machine.Run(20);
        machine.Run(Timesteps - 20);

        Assert.True(observed.Text.Count > 200);
        Assert.Equal(observed.Text, both.Heard);
        Assert.Equal(observed.Text.Where(spike => spike.Neuron < population.FirstNeuron + population.Count && spike.Neuron >= population.FirstNeuron), one.Heard);
        Assert.Empty(none.Heard);
        Assert.All([one, both, none], script => Assert.Equal(Enumerable.Range(0, Timesteps + 1).SelectMany(t => new[] { $"send {t}", $"receive {t}" }), script.Calls));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Listening_changes_no_count(int workers)
    {
        using Machine alone = SmallNetwork.NewMachine();
        using Machine heard = SmallNetwork.NewMachine(workers);
        heard.Connect(new Script(), ["outside"], ["a", "b", "noise"]);

        Assert.Equal(Outcome.Of(alone, Timesteps), Outcome.Of(heard, Timesteps));
    }

    [Fact]
    public void A_device_closes_the_loop_within_two_timesteps()
    {
        // The relay fires the source in the timestep after the one in which it heard a spike.
        using Machine machine = SmallNetwork.NewMachine(2);
        var relay = new Relay(Population(machine, "outside"));
        machine.Connect(relay, ["outside"], ["b"]);
        var observed = new Spikes([machine.Image.Populations[Population(machine, "outside")]]);
        machine.Attach(observed);
        machine.Run(Timesteps);

        Assert.NotEmpty(relay.Heard);
        Assert.Equal(relay.Heard.Where(timestep => timestep < Timesteps).Select(timestep => timestep + 1), observed.Text.Select(spike => spike.Timestep));
    }

    [Fact]
    public void A_device_that_fails_ends_the_run()
    {
        using Machine machine = SmallNetwork.NewMachine(2);
        machine.Connect(new Failing(), [], []);

        WorkerFailedException failure = Assert.Throws<WorkerFailedException>(() => machine.Run(Timesteps));

        Assert.IsType<TimeoutException>(failure.InnerException);
    }

    [Fact]
    public void Wrong_names_and_neurons_are_refused()
    {
        using Machine machine = SmallNetwork.NewMachine();
        int outside = Population(machine, "outside");

        Assert.Throws<ArgumentException>(() => machine.Connect(new Script(), ["noise"], []));
        Assert.Throws<ArgumentException>(() => machine.Connect(new Script(), ["nobody"], []));
        Assert.Throws<ArgumentException>(() => machine.Connect(new Script(), [], ["nobody"]));

        machine.Connect(new Script { Sent = [[4]], Population = outside }, ["outside"], []);
        Assert.IsType<ArgumentException>(Assert.Throws<WorkerFailedException>(() => machine.Run(1)).InnerException);
    }

    private static int Population(Machine machine, string name) => machine.Image.Populations.Index().Single(pair => pair.Item.Name == name).Index;

    private sealed class Script : IDevice
    {
        public int[][] Sent { get; init; } = [];

        public int Population { get; init; }

        public List<(long Timestep, int Neuron)> Heard { get; } = [];

        public List<string> Calls { get; } = [];

        public void Send(long timestep, DeviceInput input)
        {
            Calls.Add($"send {timestep}");
            if (timestep < Sent.Length)
            {
                input.Fire(Population, Sent[timestep]);
            }
        }

        public void Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes)
        {
            Calls.Add($"receive {timestep}");
            foreach (DeviceSpike spike in spikes)
            {
                Heard.Add((timestep, spike.Neuron));
            }
        }
    }

    private sealed class Relay(int population) : IDevice
    {
        private bool _fires;

        public List<long> Heard { get; } = [];

        public void Send(long timestep, DeviceInput input) => input.Fire(population, _fires ? [0] : []);

        public void Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes)
        {
            _fires = spikes.Length > 0;
            if (_fires)
            {
                Heard.Add(timestep);
            }
        }
    }

    private sealed class Failing : IDevice
    {
        public void Send(long timestep, DeviceInput input)
        {
            if (timestep == 5)
            {
                throw new TimeoutException();
            }
        }

        public void Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes)
        {
        }
    }

    private sealed class Spikes(PopulationImage[] populations) : ITimestepObserver
    {
        public List<(long Timestep, int Neuron)> Text { get; } = [];

        public void Observe(in TimestepRecord record)
        {
            foreach (int neuron in record.Spikes)
            {
                if (populations.Any(population => neuron >= population.FirstNeuron && neuron < population.FirstNeuron + population.Count))
                {
                    Text.Add((record.Timestep, neuron));
                }
            }
        }
    }
}
