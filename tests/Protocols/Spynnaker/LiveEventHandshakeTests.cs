using Ganglion.Protocols.Spynnaker;

namespace Ganglion.Protocols.Tests.Spynnaker;

public sealed class LiveEventHandshakeTests : IDatagramOutbox<string>, IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sqlite3");
    private readonly ScriptedClient _client = new("output", "input");
    private readonly LiveNetwork _network = new()
    {
        TimestepMicroseconds = 1000,
        Populations = LivePopulation.Arrange([("input", 200, false), ("output", 100, true)])!,
    };

    private readonly LiveEventHandshake<string> _machine;
    private readonly List<LiveEvent> _injected = [];

    public LiveEventHandshakeTests()
    {
        LiveDatabase.Write(_network, _path);
        _machine = new LiveEventHandshake<string>(_network, _path, ScriptedClient.Notified, this);
    }

    private uint FirstInput => _network.Populations[0].FirstKey;

    private uint FirstOutput => _network.Populations[1].FirstKey;

    public void Dispose() => File.Delete(_path);

    void IDatagramOutbox<string>.Notify(string to, ReadOnlySpan<byte> datagram)
    {
        Assert.Equal(ScriptedClient.Notified, to);
        _client.Notify(datagram.ToArray());
    }

    void IDatagramOutbox<string>.Send(string to, ReadOnlySpan<byte> datagram)
    {
        Assert.Equal(ScriptedClient.Receiver, to);
        _client.Receive(datagram.ToArray());
    }

    [Fact]
    public void An_unmodified_client_gets_and_sends_spikes()
    {
        Connect();
        _machine.Send([LiveEvent.At(FirstOutput + 5, 17), LiveEvent.At(FirstOutput + 99, 17), LiveEvent.At(FirstOutput, 18)]);
        _client.SendEvents(0, 7);
        _client.SendEventsWithFullKeys(199);
        Deliver();

        Assert.Equal([(17u, 5), (17u, 99), (18u, 0)], _client.Spikes);
        Assert.Equal([FirstInput, FirstInput + 7, FirstInput + 199], _injected.Select(injected => injected.Key));
        Assert.Equal(new LiveEventCounters { Received = 3, Sent = 3, SentMessages = 2 }, _machine.Counters);
    }

    [Fact]
    public void A_run_stops_and_goes_on()
    {
        Connect();
        Assert.True(_machine.StopPause());
        Assert.False(_machine.StartResume());
        Assert.True(_machine.Announce(TimeSpan.FromSeconds(5)));
        Answer();
        Assert.True(_machine.StartResume());
        Assert.True(_machine.StopPause());

        Assert.Equal(["database", "start", "stop", "database", "start", "stop"], _client.Callbacks);
    }

    [Fact]
    public void A_run_does_not_start_before_the_client_has_read()
    {
        Assert.False(_machine.StartResume());
        Assert.True(_machine.Announce(TimeSpan.Zero));

        Assert.False(_machine.StartResume());
        Answer();
        Assert.True(_machine.StartResume());
        Assert.False(_machine.Announce(TimeSpan.Zero));
    }

    [Fact]
    public void A_client_that_does_not_answer_is_given_up_and_may_still_answer()
    {
        _machine.Announce(TimeSpan.FromSeconds(1));
        _machine.Tick(TimeSpan.FromSeconds(61));
        Assert.Equal(HandshakePhase.ClientReads, _machine.Phase);

        _machine.Tick(TimeSpan.FromSeconds(61.1));
        Assert.Equal(HandshakePhase.Unanswered, _machine.Phase);

        Answer();
        Assert.Equal(HandshakePhase.Ready, _machine.Phase);
    }

    [Fact]
    public void What_was_not_delivered_is_announced_again()
    {
        var outbox = new Deaf();
        var machine = new LiveEventHandshake<string>(_network, _path, "nobody", outbox);
        machine.Announce(TimeSpan.Zero);

        machine.WasNotDelivered();
        Assert.Equal(HandshakePhase.Silent, machine.Phase);
        Assert.True(machine.Announce(TimeSpan.FromSeconds(1)));

        Assert.Equal([_path.Length + 2, _path.Length + 2], outbox.Lengths);
    }

    [Fact]
    public void Events_without_a_listener_are_counted()
    {
        _machine.Send([LiveEvent.At(FirstOutput, 1), LiveEvent.At(FirstOutput, 2)]);

        Assert.Equal(2, _machine.Counters.WithoutClient);
        Assert.Equal(0, _machine.Counters.Sent);
    }

    [Fact]
    public void The_last_to_set_the_tag_gets_the_events()
    {
        Connect();
        _client.SetTag();
        Deliver();

        Assert.True(_client.HasTag);
        _machine.Send([LiveEvent.At(FirstOutput, 3)]);
        Assert.Equal([(3u, 0)], _client.Spikes);
    }

    [Fact]
    public void Keys_of_no_neuron_are_incorrect()
    {
        Connect();
        _client.SendEvents(199, 200);
        Deliver();

        Assert.Equal([FirstInput + 199], _injected.Select(injected => injected.Key));
        Assert.Equal((1, 1, 0), (_machine.Counters.Received, _machine.Counters.IncorrectKeys, _machine.Counters.IncorrectPackets));
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0, 0, 7, 0, 0x3F, 0, 9, 9, 0, 0, 1, 0, 5, 0 })]
    [InlineData(new byte[] { 0, 0, 7, 0, 0x21, 0, 0, 0, 0, 0, 9, 0, 5, 0 })]
    [InlineData(new byte[] { 0, 0, 7, 0, 0x21, 0, 0, 0, 0, 0, 11, 0x40 })]
    public void Malformed_datagrams_are_counted(byte[] datagram)
    {
        Connect();
        _client.ToBoard.Enqueue(("anybody", datagram));
        Deliver();

        Assert.Equal(1, _machine.Counters.IncorrectPackets);
        Assert.Empty(_injected);
    }

    [Fact]
    public void Other_commands_to_the_board_are_answered_as_invalid()
    {
        var outbox = new Deaf();
        var machine = new LiveEventHandshake<string>(_network, _path, "nobody", outbox);
        var sink = new LiveEventSpan([]);

        machine.Take("anybody", [0, 0, 0x87, 0xFF, 0, 0xFF, 0, 0, 0, 0, 0, 0, 9, 0], ref sink);

        Assert.Equal([0, 0, 7, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0x83, 0, 9, 0, 0, 0, 0, 0], outbox.Last);
        Assert.False(machine.HasListener);
    }

    [Fact]
    public void The_opening_through_address_translation_is_not_malformed()
    {
        var sink = new LiveEventSpan([]);

        _machine.Take("anybody", [0, 0, 7, 0xFF, 0x60, 0xFF, 0, 0, 0, 0], ref sink);

        Assert.Equal(0, _machine.Counters.IncorrectPackets);
    }

    private void Connect()
    {
        Assert.True(_machine.Announce(TimeSpan.Zero));
        Assert.Equal(HandshakePhase.ClientReads, _machine.Phase);
        Deliver();
        Assert.True(_client.HasTag);
        Assert.True(_machine.HasListener);
        Answer();
        Assert.Equal(HandshakePhase.Ready, _machine.Phase);
        Assert.True(_machine.StartResume());
    }

    private void Answer()
    {
        while (_client.Answers.TryDequeue(out byte[]? answer))
        {
            _machine.TakeNotification(answer);
        }
    }

    private void Deliver()
    {
        while (_client.ToBoard.TryDequeue(out (string From, byte[] Bytes) sent))
        {
            var sink = new LiveEventSpan(new LiveEvent[128]);
            _machine.Take(sent.From, sent.Bytes, ref sink);
            _injected.AddRange(sink.Events);
        }
    }

    private sealed class Deaf : IDatagramOutbox<string>
    {
        public List<int> Lengths { get; } = [];

        public byte[] Last { get; private set; } = [];

        public void Notify(string to, ReadOnlySpan<byte> datagram) => Lengths.Add(datagram.Length);

        public void Send(string to, ReadOnlySpan<byte> datagram) => Last = datagram.ToArray();
    }
}
