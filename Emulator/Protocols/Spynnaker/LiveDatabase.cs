using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ganglion.Protocols.Spynnaker;

/// <summary>Writes the SQLite file in which clients of sPyNNaker find keys, cores and addresses.</summary>
/// <remarks>
/// Clients read `configuration_parameters`, `proxy_configuration`, `label_event_atom_view`, `app_output_tag_view`,
/// `application_vertex_placements` and `chip_eth_info`, and nothing else. Tables below these have a layout of their own.
/// Source of the names and columns: database_reader.py and db.sql, SpiNNakerManchester/SpiNNFrontEndCommon.
/// </remarks>
public static class LiveDatabase
{
    private const string Layout = """
        CREATE TABLE configuration_parameters (parameter_id TEXT PRIMARY KEY, value REAL NOT NULL);
        CREATE TABLE proxy_configuration (kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL);
        CREATE TABLE population (label TEXT PRIMARY KEY, x INTEGER NOT NULL, y INTEGER NOT NULL, p INTEGER NOT NULL, sends INTEGER NOT NULL);
        CREATE TABLE neuron_key (event INTEGER PRIMARY KEY, label TEXT NOT NULL REFERENCES population(label), atom INTEGER NOT NULL);
        CREATE INDEX neuron_key_label ON neuron_key (label);
        CREATE TABLE gatherer (label TEXT NOT NULL, ip_address TEXT NOT NULL, port INTEGER NOT NULL, board_address TEXT NOT NULL, tag INTEGER NOT NULL);
        CREATE VIEW label_event_atom_view AS SELECT label, event, atom FROM neuron_key;
        CREATE VIEW app_output_tag_view AS
            SELECT population.label AS pre_vertex_label, gatherer.label AS post_vertex_label, gatherer.ip_address AS ip_address, gatherer.port AS port,
                1 AS strip_sdp, gatherer.board_address AS board_address, gatherer.tag AS tag, 0 AS chip_x, 0 AS chip_y
            FROM population CROSS JOIN gatherer WHERE population.sends;
        CREATE VIEW application_vertex_placements AS SELECT label AS vertex_label, x, y, p FROM population;
        CREATE VIEW chip_eth_info AS
            SELECT chip.x AS x, chip.y AS y, 0 AS eth_x, 0 AS eth_y, gatherer.board_address AS eth_ip_address
            FROM (SELECT 0 AS x, 0 AS y UNION SELECT x, y FROM population) AS chip CROSS JOIN gatherer;
        """;

    /// <summary>Writes the file, or replaces it when it is complete.</summary>
    /// <param name="network">What to write.</param>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="ArgumentException">Two populations have a label or a key in common, or one has no neurons.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(LiveNetwork network, string path)
    {
        Check(network);
        string next = path + ".next";
        File.Delete(next);
        try
        {
            Fill(network, next);
            File.Move(next, path, overwrite: true);
        }
        catch (SqliteException failure)
        {
            throw new IOException($"The database '{path}' cannot be written: {failure.Message}", failure);
        }
        finally
        {
            File.Delete(next);
        }
    }

    private static void Fill(LiveNetwork network, string path)
    {
        var options = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        using var connection = new SqliteConnection(options.ConnectionString);
        connection.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        using (SqliteCommand layout = connection.CreateCommand())
        {
            layout.CommandText = Layout;
            layout.ExecuteNonQuery();
        }

        using (SqliteCommand parameter = Insert(connection, "configuration_parameters", "parameter_id", "value"))
        {
            Run(parameter, "runtime", network.RuntimeMilliseconds);
            Run(parameter, "machine_time_step", network.TimestepMicroseconds);
        }

        using (SqliteCommand gatherer = Insert(connection, "gatherer", "label", "ip_address", "port", "board_address", "tag"))
        {
            Run(gatherer, network.Gatherer, network.BoardAddress, network.EventPort, network.BoardAddress, network.Tag);
        }

        FillPopulations(network, connection);
        transaction.Commit();
    }

    private static void FillPopulations(LiveNetwork network, SqliteConnection connection)
    {
        using SqliteCommand population = Insert(connection, "population", "label", "x", "y", "p", "sends");
        using SqliteCommand key = Insert(connection, "neuron_key", "event", "label", "atom");
        foreach (LivePopulation written in network.Populations)
        {
            Run(population, written.Label, written.Core.X, written.Core.Y, written.Core.Core, written.SendsEvents);
            for (int neuron = 0; neuron < written.Neurons; neuron++)
            {
                Run(key, (long)written.FirstKey + neuron, written.Label, neuron);
            }
        }
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, params ReadOnlySpan<string> columns)
    {
        SqliteCommand command = connection.CreateCommand();
        foreach (string column in columns)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        }

#pragma warning disable CA2100 // Names of tables and columns are constants of this file; values go through parameters.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.ToArray().Select(column => "$" + column))})");
#pragma warning restore CA2100
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static void Check(LiveNetwork network)
    {
        ulong end = 0;
        foreach (LivePopulation population in network.Populations.OrderBy(population => population.FirstKey))
        {
            if (population.Neurons < 1 || population.FirstKey < end || (end = (ulong)population.FirstKey + (ulong)population.Neurons) > 1UL << 32)
            {
                throw new ArgumentException($"The keys of '{population.Label}' are not its own: it has {population.Neurons} neurons from key {population.FirstKey}.", nameof(network));
            }
        }

        if (network.Populations.GroupBy(population => population.Label, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } repeated)
        {
            throw new ArgumentException($"Two populations have the label '{repeated.Key}'.", nameof(network));
        }
    }
}
