using System.Text;
using Ganglion.Protocols.Eieio;
using Ganglion.Protocols.Sdp;

namespace Ganglion.Protocols.Spynnaker;

/// <summary>The machine's side of sPyNNaker's live events, for one client: datagrams in, datagrams out, without sockets or clock.</summary>
/// <typeparam name="TEndpoint">Address and port of a peer, in the terms of the transport.</typeparam>
/// <remarks>
/// The client is told where the database is, reads it, sets the tag to itself and acknowledges; it is told when a run starts and stops;
/// events for populations come from it in SDP, events of populations go to whoever set the tag last, as on a board. A datagram that was
/// delivered is never sent twice: the client would take the second for the next step. Not safe for threads.
/// Source: live_event_connection.py and database_connection.py, SpiNNakerManchester/SpiNNFrontEndCommon.
/// </remarks>
public sealed class LiveEventHandshake<TEndpoint>
{
    /// <summary>The UDP port on which clients wait for notifications.</summary>
    public const int NotificationPort = 19999;

    private readonly LiveNetwork _network;
    private readonly TEndpoint _client;
    private readonly IDatagramOutbox<TEndpoint> _outbox;
    private readonly byte[] _path;
    private readonly byte[] _datagram = new byte[4200];
    private readonly Dictionary<SdpAddress, LivePopulation> _byCore;
    private readonly EieioReading _reading;
    private LiveEventCounters _counters;
    private TEndpoint? _listener;
    private TimeSpan _asked;

    /// <summary>A conversation that has not begun.</summary>
    /// <param name="network">What the client is told.</param>
    /// <param name="databasePath">The file that <see cref="LiveDatabase"/> wrote; the client opens it, so it must see the same file system.</param>
    /// <param name="client">Where the client waits for notifications.</param>
    /// <param name="outbox">Takes what is to be sent.</param>
    /// <param name="reading">How packets of the client are understood.</param>
    public LiveEventHandshake(LiveNetwork network, string databasePath, TEndpoint client, IDatagramOutbox<TEndpoint> outbox, EieioReading reading = EieioReading.Chip)
    {
        _network = network;
        _client = client;
        _outbox = outbox;
        _reading = reading;
        _path = Encoding.UTF8.GetBytes(databasePath);
        _byCore = network.Populations.ToDictionary(population => population.Core);
    }

    /// <summary>How far the conversation is.</summary>
    public HandshakePhase Phase { get; private set; }

    /// <summary>Whether a client has set the tag, so that events have somewhere to go.</summary>
    public bool HasListener { get; private set; }

    /// <summary>For how long the client may read the database before it counts as gone.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What went through so far.</summary>
    public LiveEventCounters Counters => _counters;

    /// <summary>Tells the client where the database is, or after a pause that it is still the same. Not while a run goes on.</summary>
    /// <param name="now">The present, from any beginning.</param>
    /// <returns>Whether it was time for that.</returns>
    public bool Announce(TimeSpan now)
    {
        // A client waits for this command before each start, and takes one without a path as one that changes nothing.
        ReadOnlySpan<byte> path = Phase == HandshakePhase.Paused ? default : _path;
        if (Phase == HandshakePhase.Running || !EieioCommand.TryWrite(EieioCommandCode.Database, path, _datagram, out int length))
        {
            return false;
        }

        (Phase, _asked) = (HandshakePhase.ClientReads, now);
        _outbox.Notify(_client, _datagram.AsSpan(0, length));
        return true;
    }

    /// <summary>The transport learned that the announcement was not delivered: nobody listens there yet.</summary>
    public void WasNotDelivered() => Phase = Phase == HandshakePhase.ClientReads ? HandshakePhase.Silent : Phase;

    /// <summary>Lets time pass.</summary>
    /// <param name="now">The present, from the same beginning as in <see cref="Announce"/>.</param>
    public void Tick(TimeSpan now)
    {
        if (Phase == HandshakePhase.ClientReads && now - _asked > Patience)
        {
            Phase = HandshakePhase.Unanswered;
        }
    }

    /// <summary>Tells the client that the run starts or goes on. Not before it has acknowledged <see cref="Announce"/>, each time anew.</summary>
    /// <returns>Whether it was time for that.</returns>
    public bool StartResume() => Step(Phase == HandshakePhase.Ready, HandshakePhase.Running, EieioCommandCode.StartResume);

    /// <summary>Tells the client that the run has stopped or pauses.</summary>
    /// <returns>Whether a run was going on.</returns>
    public bool StopPause() => Step(Phase == HandshakePhase.Running, HandshakePhase.Paused, EieioCommandCode.StopPause);

    /// <summary>Takes a datagram from the notification port.</summary>
    /// <param name="datagram">The datagram.</param>
    public void TakeNotification(ReadOnlySpan<byte> datagram)
    {
        if (!EieioCommand.TryRead(datagram, out EieioCommand command, out _) || command.Code != EieioCommandCode.Database)
        {
            _counters.IncorrectPackets++;
        }
        else if (Phase is HandshakePhase.ClientReads or HandshakePhase.Unanswered)
        {
            Phase = HandshakePhase.Ready;
        }
    }

    /// <summary>Takes a datagram from port 17893: a command to the board, or events for a population.</summary>
    /// <typeparam name="TSink">The sink.</typeparam>
    /// <param name="from">Where it came from.</param>
    /// <param name="datagram">The datagram.</param>
    /// <param name="sink">Takes the events, their keys checked against the population.</param>
    /// <returns>The population that the events are for; <see langword="null"/> where there were none.</returns>
    public LivePopulation? Take<TSink>(TEndpoint from, ReadOnlySpan<byte> datagram, ref TSink sink)
        where TSink : struct, ILiveEventSink, allows ref struct
    {
        if (!SdpHeader.TryRead(datagram, out SdpHeader header, out ReadOnlySpan<byte> data, out _))
        {
            _counters.IncorrectPackets++;
            return null;
        }

        if (header.Destination.Core == 0)
        {
            Command(from, header, data);
            return null;
        }

        if (!_byCore.TryGetValue(header.Destination with { Port = 0 }, out LivePopulation? population))
        {
            _counters.IncorrectPackets++;
            return null;
        }

        var reader = new EieioReader(_reading, EieioConfiguredPrefix.OfPopulation(population.FirstKey));
        var check = new KeyCheck<TSink>(sink, population);
        bool good = reader.TryRead(data, ref check, out _);
        sink = check.Inner;
        _counters.Received += check.Taken;
        _counters.IncorrectKeys += check.Refused;
        _counters.IncorrectPackets += good ? 0 : 1;
        return good ? population : null;
    }

    /// <summary>Sends events of populations to whoever set the tag: full keys, the timestep before them.</summary>
    /// <param name="events">The events, each with its timestep, those of one timestep together.</param>
    public void Send(ReadOnlySpan<LiveEvent> events)
    {
        if (!HasListener)
        {
            _counters.WithoutClient += events.Length;
            return;
        }

        var writer = new EieioWriter(EieioFormat.LiveOutput);
        while (!events.IsEmpty)
        {
            if (writer.TryWrite(events, _datagram, out int taken, out int length, out _))
            {
                _outbox.Send(_listener!, _datagram.AsSpan(0, length));
                _counters.Sent += taken;
                _counters.SentMessages++;
            }

            // A timestep beyond 32 bits has no place in a packet.
            events = events[Math.Max(taken, 1)..];
        }
    }

    private bool Step(bool allowed, HandshakePhase next, EieioCommandCode code)
    {
        if (allowed && EieioCommand.TryWrite(code, [], _datagram, out int length))
        {
            Phase = next;
            _outbox.Notify(_client, _datagram.AsSpan(0, length));
        }

        return allowed;
    }

    private void Command(TEndpoint from, in SdpHeader header, ReadOnlySpan<byte> data)
    {
        if (!ScpMessage.TryRead(data, out ScpMessage message, out _))
        {
            // Clients send such a datagram, which wants no reply, to open a way through address translation.
            _counters.IncorrectPackets += header.WantsReply ? 1 : 0;
            return;
        }

        ushort result = Obey(from, message);
        if (header.WantsReply && ScpReply.TryWrite(header, message, result, _datagram, out int length))
        {
            _outbox.Send(from, _datagram.AsSpan(0, length));
        }
    }

    private ushort Obey(TEndpoint from, in ScpMessage message)
    {
        if (!IpTagRequest.TryRead(message, out IpTagRequest request))
        {
            return ScpMessage.InvalidCommand;
        }

        if (request.Tag != _network.Tag)
        {
            return ScpMessage.InvalidArguments;
        }

        switch (request)
        {
            case { Operation: IpTagOperation.Set, UsesSender: true, StripsSdp: true }:
                (_listener, HasListener) = (from, true);
                return ScpMessage.Done;
            case { Operation: IpTagOperation.Clear }:
                (_listener, HasListener) = (default, false);
                return ScpMessage.Done;
            default:
                return ScpMessage.InvalidArguments;
        }
    }
}
