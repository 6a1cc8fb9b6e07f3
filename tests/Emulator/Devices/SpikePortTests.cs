using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Devices;

/// <summary>Bounded ports between other threads and the machine.</summary>
public sealed class SpikePortTests : IDisposable
{
    private readonly Machine _machine = SmallNetwork.NewMachine();

    private int Outside => _machine.Image.Populations.Index().Single(pair => pair.Item.Name == "outside").Index;

    [Fact]
    public void Spikes_fire_in_the_next_timestep_or_the_one_that_they_name()
    {
        var log = new Log();
        SpikePort port = Open(LossPolicy.DropNew, recorder: log);
        port.Offer([Spike(0), Spike(1, 3), Spike(2, 2), Spike(3, 1)]);
        _machine.Run(4);
        port.Offer([Spike(0, 4), Spike(1)]);
        _machine.Run(2);

        Assert.Equal(["1 0 0: 0 3", "2 0 2: 2", "3 0 3: 1", "5 0 4: 1"], log.Lines);
        Assert.Equal(new PortCounters(6, 5, 0, 0, 0, 1, 0, 0), port.Counters);
    }

    [Fact]
    public void Spikes_of_other_neurons_are_wrong_keys()
    {
        SpikePort port = Open(LossPolicy.DropNew);

        Assert.Equal(1, port.Offer([Spike(4), Spike(-1), new PortSpike(Outside + 1, 0), Spike(3)]));
        Assert.Equal((1, 3), (port.Counters.Received, port.Counters.WrongKeys));
    }

    [Theory]
    [InlineData(LossPolicy.DropNew, "0 1 2")]
    [InlineData(LossPolicy.DropOldest, "2 3 0")]
    public void A_full_port_drops_what_its_policy_says_and_counts_it(LossPolicy policy, string fired)
    {
        var log = new Log();
        SpikePort port = Open(policy, capacity: 3, recorder: log);
        port.Offer([Spike(0), Spike(1), Spike(2), Spike(3), Spike(0)]);
        _machine.Run(1);

        Assert.Equal([$"1 0 0: {fired}"], log.Lines);
        Assert.Equal(new PortCounters(5, 3, 0, 0, 0, 0, 2, 0), port.Counters);
    }

    [Fact]
    public void A_full_port_can_end_the_run()
    {
        SpikePort port = Open(LossPolicy.Fail, capacity: 1);
        port.Offer([Spike(0), Spike(1)]);

        Exception cause = Assert.Throws<WorkerFailedException>(() => _machine.Run(1)).InnerException!;
        Assert.IsType<PortFullException>(cause);
        Assert.Contains("'test' is full: 1 spikes", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_can_wait_for_room_and_nothing_is_lost()
    {
        SpikePort port = Open(LossPolicy.Wait, capacity: 2);
        Task<int> sender = Task.Run(() => port.Offer([.. Enumerable.Range(0, 100).Select(i => Spike(i % 4))]), TestContext.Current.CancellationToken);
        while (!sender.IsCompleted || port.Counters.Waiting > 0)
        {
            _machine.Run(1);
        }

        Assert.Equal(100, await sender);
        Assert.Equal(new PortCounters(100, 100, 0, 0, 0, 0, 0, 0), port.Counters);
    }

    [Fact]
    public async Task A_waiting_sender_gives_up_when_the_port_closes_or_it_is_told_to()
    {
        SpikePort port = Open(LossPolicy.Wait, capacity: 1);
        using var patience = new CancellationTokenSource();
        Task<int> sender = Task.Run(() => port.Offer([Spike(0), Spike(1)], patience.Token), TestContext.Current.CancellationToken);
        await patience.CancelAsync();
        Assert.Equal(1, await sender);

        Task<int> other = Task.Run(() => port.Offer([Spike(0)]), TestContext.Current.CancellationToken);
        port.Close();
        Assert.Equal(0, await other);
    }

    [Fact]
    public void Listeners_get_every_timestep()
    {
        SpikePort port = Open(LossPolicy.DropNew, populations: ["a"]);
        var listener = new Listener();
        port.Attach(listener);
        _machine.Run(30);

        Assert.Equal(Enumerable.Range(0, 31).Select(timestep => (long)timestep), listener.Timesteps);
        Assert.True(listener.Spikes > 0);
        Assert.Equal(listener.Spikes, port.Counters.Sent);
    }

    public void Dispose() => _machine.Dispose();

    private PortSpike Spike(int neuron, long timestep = 0) => new(Outside, neuron, timestep);

    private SpikePort Open(LossPolicy policy, int capacity = 100, string[]? populations = null, IInputRecorder? recorder = null) => SpikePort.Open(
        _machine, new PortOptions { Name = "test", Sources = ["outside"], Populations = populations ?? [], Capacity = capacity, Policy = policy }, recorder);

    private sealed class Log : IInputRecorder
    {
        public List<string> Lines { get; } = [];

        public void Record(long timestep, int device, long sequence, int population, ReadOnlySpan<int> neurons) =>
            Lines.Add($"{timestep} {device} {sequence}: {string.Join(' ', neurons.ToArray())}");
    }

    private sealed class Listener : IPortListener
    {
        public List<long> Timesteps { get; } = [];

        public int Spikes { get; private set; }

        public void Write(long timestep, ReadOnlySpan<DeviceSpike> spikes)
        {
            Timesteps.Add(timestep);
            Spikes += spikes.Length;
        }
    }
}
