using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;

namespace Ganglion.Compiler.Route;

/// <summary>Core and compartment of every logical neuron.</summary>
internal sealed class NeuronLocations
{
    private readonly int[] _core;
    private readonly int[] _compartment;

    /// <summary>Reads the locations off a placement.</summary>
    public NeuronLocations(Placement placement)
    {
        _core = new int[placement.Integers.NeuronCount];
        _compartment = new int[placement.Integers.NeuronCount];
        for (int core = 0; core < placement.Cores.Count; core++)
        {
            int compartment = 0;
            foreach (NeuronRun run in placement.Cores[core].Part.Runs)
            {
                int first = placement.Integers.FirstNeuron[run.Population] + run.First;
                for (int i = 0; i < run.Count; i++)
                {
                    _core[first + i] = core;
                    _compartment[first + i] = compartment++;
                }
            }
        }
    }

    /// <summary>Index of a neuron's core among the cores in use.</summary>
    public int Core(int neuron) => _core[neuron];

    /// <summary>Compartment of a neuron within its core.</summary>
    public int Compartment(int neuron) => _compartment[neuron];
}
