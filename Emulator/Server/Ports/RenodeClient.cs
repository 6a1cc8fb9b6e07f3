using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Ganglion.Protocols;
using Ganglion.Protocols.Renode;
using Ganglion.Server.Lockstep;

namespace Ganglion.Server.Ports;

/// <summary>A client of a <see cref="RenodePort"/>, served by a thread of its own.</summary>
internal sealed class RenodeClient : IDisposable
{
    private readonly Socket _socket;
    private readonly RenodePort _port;
    private readonly PortContext _context;
    private readonly Granter? _granter;
    private readonly byte[] _received = new byte[RenodeMessage.LongestMessage];
    private readonly byte[] _answer = new byte[1024];
    private readonly byte[] _data = new byte[sizeof(ulong)];
    private ulong _nanoseconds;

    /// <summary>Makes it; in lock-step it grants time from now on.</summary>
    public RenodeClient(Socket socket, RenodePort port, PortContext context)
    {
        (_socket, _port, _context) = (socket, port, context);
        _socket.NoDelay = true;
        Name = socket.RemoteEndPoint!.ToString()!;
        _granter = context.IsLockstep && port.Request.Grants ? context.Grants.Join($"{port.Name}, client {Name}") : null;
        _nanoseconds = (ulong)(_granter?.Granted ?? 0) * port.TimestepNanoseconds;
    }

    /// <summary>Its address.</summary>
    public string Name { get; }

    /// <summary>Begins to serve it.</summary>
    public void Start() => new Thread(Serve) { Name = $"tcp client {Name}", IsBackground = true }.Start();

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private void Serve()
    {
        try
        {
            int filled = 0;
            for (int read = 1; read > 0 && Handle(ref filled);)
            {
                read = _socket.Receive(_received.AsSpan(filled));
                filled += read;
            }
        }
        catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
        {
            // A client that leaves ends its thread.
        }
        finally
        {
            _socket.Dispose();
            _granter?.Dispose();
            _port.Remove(this);
        }
    }

    /// <summary>Answers what has come.</summary>
    /// <returns>Whether the stream can be followed further.</returns>
    private bool Handle(ref int filled)
    {
        int begin = 0;
        while (begin < filled)
        {
            bool good = RenodeMessage.TryRead(_received.AsSpan(begin, filled - begin), out RenodeMessage message, out int length, out PacketFault fault);
            if (fault == PacketFault.Truncated)
            {
                break;
            }

            _port.Traffic.CountReceived();
            if (!good)
            {
                _port.Spikes.CountMalformed();
                return false;
            }

            begin += length;
            if (message.WantsAnswer)
            {
                Send(Answer(message));
            }
        }

        _received.AsSpan(begin, filled - begin).CopyTo(_received);
        filled -= begin;
        return true;
    }

    private RenodeMessage Answer(in RenodeMessage message)
    {
        switch (message.Command)
        {
            case RenodeCommand.CheckVersion:
                return RenodeData.TryReadNumber(message.Data, out uint version) && version == RenodeMessage.Version
                    ? message.Answer(RenodeMessageType.Success)
                    : Refuse(message, $"this is version {RenodeMessage.Version}");
            case RenodeCommand.GetTime:
                BinaryPrimitives.WriteUInt64LittleEndian(_data, _granter is null ? (ulong)_port.Reached * _port.TimestepNanoseconds : _nanoseconds);
                return message.Answer(RenodeMessageType.Success, _data);
            case RenodeCommand.RunFor:
                return RenodeData.TryReadTime(message.Data, out ulong nanoseconds) ? RunFor(message, nanoseconds) : Refuse(message, "a duration has 64 bits");
            default:
                return message.Answer(RenodeMessageType.InvalidCommand);
        }
    }

    private RenodeMessage RunFor(in RenodeMessage message, ulong nanoseconds)
    {
        if (_granter is null)
        {
            return Refuse(message, $"the clock is {_context.Options.Clock}; only in lockstep does a client let time pass");
        }

        if (nanoseconds > long.MaxValue - _nanoseconds)
        {
            return Refuse(message, "the duration goes beyond the end of time");
        }

        // What is left of a timestep counts when the rest of it comes.
        _nanoseconds += nanoseconds;
        long timestep = (long)(_nanoseconds / _port.TimestepNanoseconds);
        _granter.GrantUntil(timestep);
        return _port.WaitFor(timestep) ? message.Answer(RenodeMessageType.Success) : Refuse(message, "the server has ended");
    }

    private static RenodeMessage Refuse(in RenodeMessage message, string reason) => message.Answer(RenodeMessageType.Error, Encoding.UTF8.GetBytes(reason));

    private void Send(in RenodeMessage answer)
    {
        if (!answer.TryWrite(_answer, out int length))
        {
            _port.Traffic.CountUnsent();
            return;
        }

        // A stream may take a part at a time.
        for (int sent = 0; sent < length;)
        {
            sent += _socket.Send(_answer.AsSpan(sent, length - sent));
        }

        _port.Traffic.CountSent();
    }
}
