using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Cores;
using Ganglion.Cores.Neurons;
using Ganglion.Emulator.Learning;
using Ganglion.Emulator.Loop;

namespace Ganglion.Emulator;

/// <summary>Hash of a machine's state in the order of logical neurons, so that it does not depend on the placement.</summary>
internal static class StateHash
{
    /// <summary>Hashes the state variables of every neuron and the input that is pending for it.</summary>
    /// <param name="populations">Populations of the image.</param>
    /// <param name="units">All cores.</param>
    /// <param name="learned">Plastic synapses.</param>
    /// <param name="timestep">Last timestep that was run.</param>
    public static string Compute(IReadOnlyList<PopulationImage> populations, IReadOnlyList<CoreUnit> units, LearnedSynapses learned, long timestep)
    {
        var hash = new XxHash128();
        foreach (IGrouping<int, (CoreUnit Unit, CompartmentRun Run)> population in RunsByPopulation(units))
        {
            hash.Append(MemoryMarshal.AsBytes(populations[population.Key].Name.AsSpan()));
            foreach ((CoreUnit unit, CompartmentRun run) in population)
            {
                for (int compartment = run.FirstCompartment; compartment < run.FirstCompartment + run.Count; compartment++)
                {
                    Add(hash, unit.Core, compartment, timestep);
                }
            }
        }

        foreach (ProjectionImage projection in learned.Projections)
        {
            Append(hash, projection.Projection);
            hash.Append(MemoryMarshal.AsBytes<PlasticSynapse>(learned.Read(projection.Name)));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Hashes the state of one core, which depends on the placement.</summary>
    /// <param name="core">The core.</param>
    /// <param name="timestep">Last timestep that was run.</param>
    public static ulong OfCore(Core core, long timestep)
    {
        var hash = new XxHash128();
        for (int compartment = 0; compartment < core.Compartments; compartment++)
        {
            Add(hash, core, compartment, timestep);
        }

        for (int projection = 0; projection < core.Image.Plastic.Count; projection++)
        {
            hash.Append(MemoryMarshal.AsBytes(core.PlasticVariable(projection, RuleTarget.Weight)));
            hash.Append(MemoryMarshal.AsBytes(core.PlasticVariable(projection, RuleTarget.Tag)));
            hash.Append(MemoryMarshal.AsBytes(core.PlasticVariable(projection, RuleTarget.Delay)));
        }

        return BitConverter.ToUInt64(hash.GetCurrentHash());
    }

    private static IEnumerable<IGrouping<int, (CoreUnit Unit, CompartmentRun Run)>> RunsByPopulation(IReadOnlyList<CoreUnit> units) =>
        units.SelectMany(unit => unit.Core.Image.Runs.Select(run => (unit, run)))
            .OrderBy(pair => pair.run.Population).ThenBy(pair => pair.run.FirstNeuron)
            .GroupBy(pair => pair.run.Population);

    private static void Add(XxHash128 hash, Core core, int compartment, long timestep)
    {
        foreach (NeuronVariable variable in core.Table.Variables)
        {
            if (variable.IsState)
            {
                Append(hash, core.Table[variable.Name][compartment]);
            }
        }

        for (int ahead = 1; ahead <= core.PendingTimesteps; ahead++)
        {
            int input = core.PendingInput(timestep + ahead, compartment);
            if (input != 0)
            {
                Append(hash, ahead);
                Append(hash, input);
            }

            int second = core.PendingSecondInput(timestep + ahead, compartment);
            if (second != 0)
            {
                Append(hash, -ahead);
                Append(hash, second);
            }
        }
    }

    private static void Append(XxHash128 hash, int value) =>
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));
}
