using System.Text.Json;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.TrueNorth;

/// <summary>A vector of the RANC simulator: a configuration, packets, and what came out.</summary>
internal sealed class RancVector
{
    private readonly JsonElement _root;

    public RancVector(JsonElement root)
    {
        _root = root;
        JsonElement input = root.GetProperty("input");
        Bus = Tile(input.GetProperty("output_bus").Ints("coordinates"));
        BusCells = input.GetProperty("output_bus").Int("num_outputs");
        Cores = [.. input.GetProperty("cores").EnumerateArray().Select(core => new RancCore(core, Tile(core.Ints("coordinates")))).OrderBy(core => core.Tile)];
        Packets = ReadPackets(input);
    }

    /// <summary>Number of ticks.</summary>
    public int Ticks => _root.Int("ticks");

    /// <summary>Tile of the output bus.</summary>
    public int Bus { get; }

    /// <summary>Cells of the output bus.</summary>
    public int BusCells { get; }

    /// <summary>Cores by tile.</summary>
    public IReadOnlyList<RancCore> Cores { get; }

    /// <summary>Packets: timestep in which a source would fire, tile and axon.</summary>
    public IReadOnlyList<(long Timestep, int Tile, int Axon)> Packets { get; }

    /// <summary>Whether a negative threshold is reached by equality.</summary>
    public bool IsNegativeInclusive => Config.Int("neuron_reset_type") == 1;

    /// <summary>What came out.</summary>
    public JsonElement Expected => _root.GetProperty("expected");

    /// <summary>RANC with the mesh and the delays of the vector, which go up to the one that is dropped.</summary>
    public ChipSpec.Spec.ChipSpec Spec
    {
        get
        {
            ChipSpec.Spec.ChipSpec chip = Presets.Load("ranc");
            return chip with
            {
                Mesh = chip.Mesh with { Width = Config.Int("num_cores_x"), Height = Height },
                Synapse = chip.Synapse with { Delay = new IntegerRange(0, Config.Int("max_tick_offset") - 1) },
            };
        }
    }

    private JsonElement Config => _root.GetProperty("config");

    private int Height => Config.Int("num_cores_y");

    /// <summary>Tile that a neuron's spikes go to.</summary>
    public int Destination(RancCore core, JsonElement neuron)
    {
        int[] offset = neuron.Ints("destination_core_offset");
        return core.Tile + (offset[0] * Height) + offset[1];
    }

    private List<(long, int, int)> ReadPackets(JsonElement input)
    {
        List<(long Timestep, int Tile, int Axon)> packets = [];
        foreach ((int tick, JsonElement row) in input.GetProperty("packets").EnumerateArray().Index())
        {
            packets.AddRange(row.EnumerateArray().Select(packet =>
                ((long)tick + packet.Int("destination_tick"), Tile(packet.Ints("destination_core")), packet.Int("destination_axon"))));
        }

        packets.Sort();
        return packets;
    }

    private int Tile(int[] coordinates) => (coordinates[0] * Height) + coordinates[1];
}
