using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>What a core spends while it is filled with neurons.</summary>
internal sealed class CoreMeter(IntegerNetwork network, IncomingSynapses? incoming, int[] outAxons, int[] compartmentsPerCore)
{
    private readonly CoreLimits _limits = network.Chip.Core;
    private readonly SynapseListMeter? _lists =
        network.Chip is { Core.SynapseMemoryBits: not null, Synapse.Packing: { } packing } ? new SynapseListMeter(network, packing) : null;

    private readonly HashSet<(int Source, int Projection)> _rows = [];
    private int _inAxons;
    private readonly HashSet<CompartmentConfiguration> _configurations = [];
    private readonly HashSet<int> _thresholds = [];
    private readonly HashSet<WeightFormat> _formats = [];
    private int _compartments;
    private long _outAxons;

    /// <summary>Synapse memory in use, in bits; 0 where the chip does not limit it.</summary>
    public long MemoryBits => _lists?.Bits ?? 0;

    /// <summary>Adds a neuron.</summary>
    /// <returns>A limit that no longer holds, after which the meter is of no more use; <see langword="null"/> when all hold.</returns>
    public CoreOverflow? Add(int population, int neuron)
    {
        CompartmentRegisters registers = network.Registers[population]!;
        int id = network.FirstNeuron[population] + neuron;
        int compartment = _compartments++;
        _outAxons += outAxons[id];
        _configurations.Add(CompartmentConfiguration.Of(registers, neuron));
        _thresholds.Add(registers.ThresholdOf(neuron));
        if (Exceeds(Resources.Compartments, _compartments, compartmentsPerCore[population]) is { } full)
        {
            return full;
        }

        if (incoming is not null)
        {
            AddSynapses(id, compartment);
        }

        return Exceeds(Resources.OutAxons, _outAxons, _limits.OutAxons)
            ?? Exceeds(Resources.CompartmentConfigurations, _configurations.Count, _limits.CompartmentConfigurations)
            ?? Exceeds(Resources.ThresholdConfigurations, _thresholds.Count, _limits.ThresholdConfigurations)
            ?? Exceeds(Resources.SynapseConfigurations, _formats.Count, _limits.SynapseConfigurations)
            ?? Exceeds(Resources.InAxons, _inAxons, _limits.InAxons)
            ?? Exceeds(Resources.SynapseMemory, _lists?.Bits ?? 0, _limits.SynapseMemoryBits);
    }

    private void AddSynapses(int id, int compartment)
    {
        ReadOnlySpan<int> sources = incoming!.Sources(id);
        ReadOnlySpan<ushort> projections = incoming.Projections(id);
        ReadOnlySpan<int> effects = incoming.Effects(id);
        _lists?.SetCompartments(compartment + 1);
        int lastProjection = -1;
        for (int i = 0; i < sources.Length; i++)
        {
            ProjectionKind kind = network.Projections[projections[i]].Kind;
            if (_rows.Add((sources[i], kind == ProjectionKind.Static ? -1 : projections[i])))
            {
                _inAxons += kind == ProjectionKind.Plastic ? LearningCost.AxonsPerSource : 1;
            }

            if (kind == ProjectionKind.ThirdFactor)
            {
                continue;
            }

            _lists?.Add(sources[i], projections[i], compartment, effects[i]);
            if (projections[i] != lastProjection)
            {
                lastProjection = projections[i];
                _formats.Add(network.Projections[lastProjection].Format);
            }
        }
    }

    private static CoreOverflow? Exceeds(string resource, long amount, long? limit) =>
        limit is { } most && amount > most ? new CoreOverflow(resource, amount, most) : null;
}
