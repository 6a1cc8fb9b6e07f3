using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Route;

/// <summary>Fifth pass: one message per spike and destination core, so one axon out and one axon in per neuron and core that it reaches.</summary>
/// <remarks>The way between two tiles is fixed by the chip: along x first, then along y.</remarks>
internal static class UnicastRouter
{
    /// <summary>Numbers the axons of a placed network.</summary>
    public static RoutedNetwork Route(Placement placement)
    {
        IntegerNetwork network = placement.Integers;
        NeuronLocations locations = new(placement);
        RowPlan[] plans = [.. placement.Cores.Select(c => new RowPlan(network.Chip.Synapse.Packing, c.Part.Compartments * c.Part.Registers(network).Receptors))];
        ChunkReader reader = new(network, locations, plans.Length);
        AxonTable[] axonsOut = new AxonTable[network.Outgoing.Length];
        List<(int Core, int Axon)> reached = [];
        for (int p = 0; p < axonsOut.Length; p++)
        {
            AxonTableBuilder table = new(network.FirstNeuron[p + 1] - network.FirstNeuron[p]);
            for (int neuron = network.FirstNeuron[p]; neuron < network.FirstNeuron[p + 1]; neuron++)
            {
                reached.Clear();
                foreach (int index in network.Outgoing[p])
                {
                    IntegerProjection projection = network.Projections[index];
                    foreach ((int core, SynapseChunk chunk) in reader.Read(projection, neuron))
                    {
                        if (plans[core].Add(neuron, index, projection, neuron - network.FirstNeuron[p], chunk))
                        {
                            reached.Add((core, plans[core].Rows.Count - 1));
                        }
                    }
                }

                reached.Sort();
                table.Add(reached);
            }

            axonsOut[p] = table.Build();
        }

        return new RoutedNetwork { Placement = placement, Locations = locations, AxonsOut = axonsOut, Rows = plans };
    }

    /// <summary>Divides the synapses of one neuron and projection by core.</summary>
    private sealed class ChunkReader(IntegerNetwork network, NeuronLocations locations, int cores)
    {
        private readonly SynapseChunk[] _chunks = new SynapseChunk[cores];
        private readonly List<(int Core, SynapseChunk Chunk)> _found = [];
        private readonly List<int> _reached = [];

        public List<(int Core, SynapseChunk Chunk)> Read(IntegerProjection projection, int neuron)
        {
            _reached.Clear();
            _found.Clear();
            int firstTarget = network.FirstNeuron[projection.Target];
            foreach (IntegerSynapse synapse in projection.Row(neuron - network.FirstNeuron[projection.Source]))
            {
                int target = firstTarget + synapse.Target;
                int core = locations.Core(target);
                ref SynapseChunk chunk = ref _chunks[core];
                if (chunk.Count == 0)
                {
                    _reached.Add(core);
                }

                chunk.Add(locations.Compartment(target));
            }

            foreach (int core in _reached)
            {
                _found.Add((core, _chunks[core]));
                _chunks[core] = default;
            }

            return _found;
        }
    }
}
