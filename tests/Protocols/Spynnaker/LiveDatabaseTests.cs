using Ganglion.Protocols.Sdp;
using Ganglion.Protocols.Spynnaker;
using Microsoft.Data.Sqlite;

namespace Ganglion.Protocols.Tests.Spynnaker;

/// <summary>Asks the database what sPyNNaker's clients ask it.</summary>
public sealed class LiveDatabaseTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sqlite3");

    private static LiveNetwork Network => new()
    {
        TimestepMicroseconds = 1000,
        RuntimeMilliseconds = 250,
        Populations =
        [
            new LivePopulation("input", 3, 0x0001_0000, new SdpAddress(0, 0, 1, 0), false),
            new LivePopulation("output", 2, 0xFFFF_0000, new SdpAddress(4, 8, 2, 0), true),
        ],
    };

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Clients_find_times()
    {
        LiveDatabase.Write(Network, _path);

        Assert.Equal([[250.0]], Query("SELECT value FROM configuration_parameters WHERE parameter_id = 'runtime' LIMIT 1"));
        Assert.Equal([[1000.0]], Query("SELECT value FROM configuration_parameters WHERE parameter_id = 'machine_time_step' LIMIT 1"));
    }

    [Fact]
    public void Clients_find_keys_by_label()
    {
        LiveDatabase.Write(Network, _path);

        Assert.Equal([[0x1_0000L, 0L], [0x1_0001L, 1L], [0x1_0002L, 2L]], Query("SELECT event, atom FROM label_event_atom_view WHERE label = 'input' ORDER BY atom"));
        Assert.Equal([[0xFFFF_0000L, 0L], [0xFFFF_0001L, 1L]], Query("SELECT event, atom FROM label_event_atom_view WHERE label = 'output' ORDER BY atom"));
    }

    [Fact]
    public void Clients_find_the_tag_of_populations_that_send()
    {
        LiveDatabase.Write(Network, _path);

        const string Columns = "ip_address, port, strip_sdp, board_address, tag, chip_x, chip_y";
        Assert.Equal(
            [["127.0.0.1", 17895L, 1L, "127.0.0.1", 1L, 0L, 0L]],
            Query($"SELECT {Columns} FROM app_output_tag_view WHERE pre_vertex_label = 'output' AND post_vertex_label LIKE 'LiveSpikeReceiver%' LIMIT 1"));
        Assert.Empty(Query($"SELECT {Columns} FROM app_output_tag_view WHERE pre_vertex_label = 'input'"));
    }

    [Fact]
    public void Clients_find_where_to_send()
    {
        LiveDatabase.Write(Network, _path);

        Assert.Equal([[4L, 8L, 2L]], Query("SELECT x, y, p FROM application_vertex_placements WHERE vertex_label = 'output'"));
        Assert.Equal([["127.0.0.1"]], Query("SELECT eth_ip_address FROM chip_eth_info WHERE x = 4 AND y = 8 OR x = 0 AND y = 0 ORDER BY x DESC LIMIT 1"));
        Assert.Equal([["127.0.0.1"]], Query("SELECT eth_ip_address FROM chip_eth_info WHERE x = 0 AND y = 0"));
    }

    [Fact]
    public void There_is_no_proxy()
    {
        LiveDatabase.Write(Network, _path);

        Assert.Empty(Query("SELECT kind, name, value FROM proxy_configuration"));
    }

    [Fact]
    public void An_older_file_is_replaced()
    {
        File.WriteAllText(_path, "old");

        LiveDatabase.Write(Network, _path);

        Assert.NotEmpty(Query("SELECT label FROM label_event_atom_view"));
        Assert.False(File.Exists(_path + ".next"));
    }

    [Fact]
    public void Keys_and_labels_are_there_once()
    {
        LivePopulation input = Network.Populations[0];

        Assert.Throws<ArgumentException>(() => LiveDatabase.Write(Network with { Populations = [input, input with { FirstKey = 0x2_0000 }] }, _path));
        Assert.Throws<ArgumentException>(() => LiveDatabase.Write(Network with { Populations = [input, input with { Label = "other", FirstKey = 0x1_0002 }] }, _path));
        Assert.Throws<ArgumentException>(() => LiveDatabase.Write(Network with { Populations = [input with { FirstKey = uint.MaxValue }] }, _path));
        Assert.False(File.Exists(_path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_input_error() =>
        Assert.ThrowsAny<IOException>(() => LiveDatabase.Write(Network, Path.Combine(_path, "no", "keys.sqlite3")));

    private List<object[]> Query(string text)
    {
        using var connection = new SqliteConnection($"Data Source={_path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        using SqliteDataReader reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
