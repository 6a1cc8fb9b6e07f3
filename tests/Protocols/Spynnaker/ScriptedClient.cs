using System.Text;
using Ganglion.Protocols.Spynnaker;
using Microsoft.Data.Sqlite;

namespace Ganglion.Protocols.Tests.Spynnaker;

/// <summary>Behaves like sPyNNaker's live client: the same steps in the same order, with bytes written and read by hand.</summary>
internal sealed class ScriptedClient(string receives, string sends)
{
    public const string Notified = "client:19999";

    public const string Receiver = "client:40000";

    private readonly Dictionary<uint, int> _atoms = [];
    private readonly List<uint> _keys = [];
    private byte[] _core = [];
    private bool _expectsReply;

    /// <summary>What the client sends to port 17893 of the board, in turn.</summary>
    public Queue<(string From, byte[] Bytes)> ToBoard { get; } = new();

    /// <summary>What it answers from its notification port.</summary>
    public Queue<byte[]> Answers { get; } = new();

    /// <summary>Times and atoms that reached its callback.</summary>
    public List<(uint Time, int Atom)> Spikes { get; } = [];

    public List<string> Callbacks { get; } = [];

    /// <summary>The loop of its notification thread: a database, a start, a stop, and so on.</summary>
    public void Notify(byte[] datagram)
    {
        switch (Callbacks.Count % 3)
        {
            case 0:
                if (datagram.Length > 2)
                {
                    ReadDatabase(Encoding.UTF8.GetString(datagram, 2, datagram.Length - 2));
                }

                Callbacks.Add("database");
                Answers.Enqueue([1, 0x40]);
                break;
            case 1:
                Assert.Equal([11, 0x40], datagram);
                Callbacks.Add("start");
                break;
            default:
                Assert.Equal([10, 0x40], datagram);
                Callbacks.Add("stop");
                break;
        }
    }

    /// <summary>What comes to its receiving port: the reply to the tag request, then events with times.</summary>
    public void Receive(byte[] datagram)
    {
        if (_expectsReply && datagram.Length == 18 && datagram[2] == 7 && datagram[4] == 0xFF)
        {
            _expectsReply = false;
            return;
        }

        Assert.Equal(0x38, datagram[1]);
        uint time = BitConverter.ToUInt32(datagram, 2);
        for (int i = 0; i < datagram[0]; i++)
        {
            Spikes.Add((time, _atoms[BitConverter.ToUInt32(datagram, 6 + (4 * i))]));
        }
    }

    public bool HasTag => !_expectsReply && ToBoard.Count == 0;

    /// <summary>Sets the tag; every ten seconds again.</summary>
    public void SetTag()
    {
        _expectsReply = true;
        ToBoard.Enqueue((Receiver, [0, 0, 0x87, 0xFF, 0, 0xFF, 0, 0, 0, 0, 0x1A, 0, 0, 0, 1, 0, 1, 0x50, 0, 0, 0, 0, 0, 0, 0, 0]));
    }

    public void SendEvents(params int[] atoms) =>
        ToBoard.Enqueue(("client:50000", [.. _core, (byte)atoms.Length, 0, .. atoms.SelectMany(atom => BitConverter.GetBytes((ushort)atom))]));

    public void SendEventsWithFullKeys(params int[] atoms) =>
        ToBoard.Enqueue(("client:50000", [.. _core, (byte)atoms.Length, 8, .. atoms.SelectMany(atom => BitConverter.GetBytes(_keys[atom]))]));

    private void ReadDatabase(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT x, y, p FROM application_vertex_placements WHERE vertex_label = '{sends}'";
        using (SqliteDataReader placement = command.ExecuteReader())
        {
            Assert.True(placement.Read());
            // No reply, no tag, port 1 of the core; chips are y, then x; nobody answers.
            _core = [0, 0, 7, 0, (byte)(0x20 | placement.GetByte(2)), 0, placement.GetByte(1), placement.GetByte(0), 0, 0];
        }

        command.CommandText = $"SELECT event FROM label_event_atom_view WHERE label = '{sends}' ORDER BY atom";
        using (SqliteDataReader keys = command.ExecuteReader())
        {
            while (keys.Read())
            {
                _keys.Add((uint)keys.GetInt64(0));
            }
        }

        command.CommandText = $"SELECT event, atom FROM label_event_atom_view WHERE label = '{receives}'";
        using SqliteDataReader events = command.ExecuteReader();
        while (events.Read())
        {
            _atoms[(uint)events.GetInt64(0)] = events.GetInt32(1);
        }

        SetTag();
    }
}
