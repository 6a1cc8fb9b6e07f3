using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.Emulator.Faults;

/// <summary>Reads fault plans; the format is described in docs/formats/fault-plan.md.</summary>
public static class FaultPlanReader
{
    private const int MostFaults = 1_000;
    private const int MaximumBytes = 1 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InvalidInputException">It cannot be read or taken; carries everything that was found.</exception>
    public static FaultPlan ReadFile(string path) => Read(TextFile.Read(path, MaximumBytes), path);

    /// <summary>Reads a text.</summary>
    /// <param name="text">Content of a file.</param>
    /// <param name="fileName">Name that messages give.</param>
    /// <exception cref="InvalidInputException">It cannot be taken; carries everything that was found.</exception>
    public static FaultPlan Read(string text, string fileName)
    {
        YamlDocument document = YamlDocument.Parse(text, fileName);
        YamlMapping root = document.Root.AsMapping();
        ulong seed = (ulong)(root.Optional("seed")?.AsInt64(0) ?? 0);
        Fault[] faults = [.. root.Required("faults").AsSequence(1, MostFaults).Select(fault => Read(fault.AsMapping()))];
        root.RejectUnknownKeys();
        document.ThrowIfInvalid();
        return new FaultPlan(seed, faults) { Text = text };
    }

    private static Fault Read(YamlMapping mapping)
    {
        int before = mapping.Document.Violations.Count;
        FaultKind kind = mapping.Required("kind").AsEnum<FaultKind>();
        var fault = new Fault(kind);
        if (mapping.Document.Violations.Count > before)
        {
            // What else stands there depends on the kind.
            return fault;
        }

        if (kind is not (FaultKind.WeightBitFlip or FaultKind.ClockSkew))
        {
            fault = fault with { From = mapping.Optional("from")?.AsInt64(1) ?? fault.From };
            if (kind is not (FaultKind.DeadCore or FaultKind.VanishedClient))
            {
                fault = fault with { Until = mapping.Optional("until")?.AsInt64(fault.From) ?? fault.Until };
            }
        }

        fault = ReadPlace(mapping, fault);
        if (kind is FaultKind.DeadNeuron or FaultKind.StuckNeuron or FaultKind.WeightBitFlip or FaultKind.EventBitFlip or FaultKind.EventLoss
            or FaultKind.PacketLoss or FaultKind.PacketDuplication or FaultKind.PacketDelay or FaultKind.PacketReordering)
        {
            fault = fault with { Probability = mapping.Optional("probability")?.AsDouble(0, 1) ?? fault.Probability };
        }

        mapping.RejectUnknownKeys();
        return fault;
    }

    private static Fault ReadPlace(YamlMapping mapping, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.DeadCore:
                return fault with { Core = new CoreId(mapping.Required("core").AsInt32(0)) };
            case FaultKind.WeightBitFlip or FaultKind.EventBitFlip or FaultKind.EventLoss:
                return fault with { Core = mapping.Optional("core") is { } core ? new CoreId(core.AsInt32(0)) : null };
            case FaultKind.DeadNeuron or FaultKind.StuckNeuron:
                return fault with
                {
                    Population = mapping.Required("population").AsString(),
                    Neurons = [.. mapping.Optional("neurons")?.AsSequence().Select(neuron => neuron.AsInt32(0)) ?? []],
                };
            case FaultKind.DeadLink:
                int[] tiles = [.. mapping.Required("tiles").AsSequence(2, 2).Select(tile => tile.AsInt32(0))];
                return fault with { Tiles = tiles.Length == 2 ? (tiles[0], tiles[1]) : default };
            case FaultKind.ClockSkew:
                return fault with { Speed = mapping.Required("speed").AsDouble(1e-3, 1e3) };
            case FaultKind.PacketDelay:
                return fault with { Port = mapping.Optional("port")?.AsString() ?? "", Timesteps = mapping.Optional("timesteps")?.AsInt32(1, 1_000_000) ?? 1 };
            default:
                return fault with { Port = mapping.Optional("port")?.AsString() ?? "" };
        }
    }
}
