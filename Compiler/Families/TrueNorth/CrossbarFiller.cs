using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Fills one core after the other; a neuron goes to the newest core while its copies and axons fit.</summary>
/// <param name="network">The network.</param>
/// <param name="copies">Compartments that every logical neuron takes.</param>
/// <param name="compartments">Compartments of a core.</param>
internal sealed class CrossbarFiller(CrossbarNetwork network, int[] copies, int compartments)
{
    private readonly List<CorePart> _parts = [];
    private readonly int[]?[] _coreOfAxon = [.. network.Populations.Select(population => population is null ? null : NoCores(population.Axons.Length))];
    private PartBuilder _core = new();
    private int _compartments;
    private int _axons;

    /// <summary>Adds the next neuron.</summary>
    public void Add(int population, int neuron)
    {
        int taken = copies[network.Valid.FirstNeuron[population] + neuron];
        IReadOnlyList<int> axons = network.Populations[population]!.AxonsOf[neuron];
        int[] coreOfAxon = _coreOfAxon[population]!;
        if (_compartments + taken > compartments || _axons + axons.Count(axon => coreOfAxon[axon] != _parts.Count) > (network.Chip.Core.InAxons ?? int.MaxValue))
        {
            Close();
        }

        foreach (int axon in axons)
        {
            _axons += coreOfAxon[axon] == _parts.Count ? 0 : 1;
            coreOfAxon[axon] = _parts.Count;
        }

        _compartments += taken;
        _core.Add(population, neuron);
    }

    /// <summary>The cores that were filled.</summary>
    public IReadOnlyList<CorePart> Finish()
    {
        Close();
        return _parts;
    }

    private void Close()
    {
        if (_core.Count > 0)
        {
            _parts.Add(_core.Build());
        }

        (_core, _compartments, _axons) = (new PartBuilder(), 0, 0);
    }

    private static int[] NoCores(int axons)
    {
        int[] cores = new int[axons];
        Array.Fill(cores, -1);
        return cores;
    }
}
