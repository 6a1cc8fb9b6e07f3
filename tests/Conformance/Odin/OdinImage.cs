using System.Globalization;
using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Odin;

/// <summary>The chip image of a vector: its registers as columns, its events as spikes of a source, one event per timestep.</summary>
internal static class OdinImage
{
    private const int Stride = 16;

    /// <summary>Lays a vector out on one core; event i is emitted in timestep i and acts in timestep i + 1.</summary>
    public static ChipImage Of(JsonElement vector)
    {
        UInt128[] neurons = [.. vector.GetProperty("neurons_hex").EnumerateArray().Select(Hex)];
        int[] events = [.. vector.GetProperty("events").EnumerateArray().Select(text => (int)Hex(text))];
        int[] kinds = [.. events.Distinct()];
        int[] port = [.. kinds.Where(word => !IsSpike(word))];
        int[] axons = [.. kinds.Select(word => IsSpike(word) ? word >> 8 : neurons.Length + Array.IndexOf(port, word))];
        return new ChipImage
        {
            NetworkName = vector.Text("name"),
            NetworkHash = "",
            ChipSpec = "",
            Populations =
            [
                new() { Name = "events", FirstNeuron = 0, Count = kinds.Length, Shape = [kinds.Length], IsSource = true },
                new() { Name = "neurons", FirstNeuron = kinds.Length, Count = neurons.Length, Shape = [neurons.Length] },
            ],
            Cores = [Core(vector, neurons, port)],
            Sources =
            [
                new()
                {
                    Population = 0,
                    Kind = SourceKind.List,
                    SpikeTimesteps = [.. events.Select((_, index) => (long)index)],
                    SpikeNeurons = [.. events.Select(word => Array.IndexOf(kinds, word))],
                    AxonsOut = new AxonTable { First = [.. Enumerable.Range(0, kinds.Length + 1)], Core = new int[kinds.Length], Axon = axons },
                },
            ],
        };
    }

    /// <summary>A hexadecimal number.</summary>
    public static UInt128 Hex(JsonElement text) => UInt128.Parse(text.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static bool IsSpike(int word) => word >> 16 == 0 && (word & 0xff) == 0x07;

    private static CoreImage Core(JsonElement vector, UInt128[] neurons, int[] port)
    {
        Dictionary<int, uint> memory = vector.GetProperty("syn_words").EnumerateObject()
            .ToDictionary(word => int.Parse(word.Name, CultureInfo.InvariantCulture), word => (uint)Hex(word.Value));
        short[] synapses = [.. Enumerable.Range(0, neurons.Length).SelectMany(source => Enumerable.Range(0, neurons.Length)
            .Select(target => (short)((memory.GetValueOrDefault((source << 5) | (target >> 3)) >> (4 * (target & 7))) & 0xf)))];
        return new CoreImage
        {
            Core = 0,
            Model = "odin-lif",
            Compartments = neurons.Length,
            Runs = [new CompartmentRun { Population = 1, FirstNeuron = 0, FirstCompartment = 0, Count = neurons.Length }],
            Parameters = [.. Parameters(neurons), .. Registers(vector.GetProperty("regs"), neurons.Length)],
            Synapses = new SynapseMemory
            {
                SlotStride = Stride,
                DelaySlots = 1,
                Rows =
                [
                    .. neurons.Select((_, source) => new SynapseRow(source * neurons.Length, neurons.Length, 0, RowForm.Dense, RowForm.Dense)),
                    .. port.Select(word => new SynapseRow(0, 0, word, RowForm.Shared, RowForm.Shared)),
                ],
                Words = [],
                Dense = synapses,
            },
            AxonsOut = new AxonTable { First = new int[neurons.Length + 1], Core = [], Axon = [] },
            Usage = new CoreUsage
            {
                Compartments = neurons.Length,
                InAxons = neurons.Length + port.Length,
                OutAxons = 0,
                SynapseMemoryBits = synapses.Length * 4L,
                CompartmentConfigurations = 1,
                ThresholdConfigurations = 1,
                SynapseConfigurations = 1,
                Synapses = synapses.Length,
            },
        };
    }

    private static IEnumerable<ParameterColumn> Parameters(UInt128[] neurons)
    {
        (string Name, int From, int Bits)[] fields =
        [
            ("leak", 1, 7), ("leakEnabled", 8, 1), ("threshold", 9, 8), ("calciumEnabled", 17, 1), ("learningPotential", 18, 8),
            ("calciumLow", 26, 3), ("calciumMiddle", 29, 3), ("calciumHigh", 32, 3), ("calciumPeriod", 35, 5),
            ("v", 70, 8), ("ca", 78, 3), ("caCount", 81, 5), ("disabled", 127, 1),
        ];
        return fields.Select(field => new ParameterColumn
        {
            Name = field.Name,
            Values = [.. neurons.Select(word => (int)((word >> field.From) & ((UInt128.One << field.Bits) - 1)))],
        });
    }

    private static IEnumerable<ParameterColumn> Registers(JsonElement registers, int neurons)
    {
        // The sign register has 256 bits, of which the vectors' neurons are the lowest.
        UInt128 signs = UInt128.Parse(registers.Text("syn_sign").AsSpan(32), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        yield return new() { Name = "inhibitory", Values = [.. Enumerable.Range(0, neurons).Select(source => (int)((signs >> source) & 1))] };
        yield return new() { Name = "openLoop", Values = [registers.Int("open_loop")] };
        yield return new() { Name = "updateUnmapped", Values = [registers.Int("update_unmapped")] };
        yield return new() { Name = "propagateUnmapped", Values = [registers.Int("propagate_unmapped")] };
        yield return new() { Name = "learnOnSingleSynapse", Values = [registers.Int("sdsp_on_syn_stim")] };
    }
}
