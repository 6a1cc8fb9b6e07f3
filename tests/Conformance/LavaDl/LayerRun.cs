using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Loihi;
using Ganglion.Emulator;

namespace Ganglion.Conformance.Tests.LavaDl;

/// <summary>A network that was mapped onto a chip and run, with the state of every population by the timestep of the network.</summary>
internal sealed class LayerRun
{
    private readonly Dictionary<string, Probes> _probes = new(StringComparer.Ordinal);

    private LayerRun()
    {
    }

    /// <summary>Compiles a network and runs so many of its timesteps; populations that run late on the chip are given the time.</summary>
    public static LayerRun Of(Network network, ChipSpec.Spec.ChipSpec chip, int timesteps)
    {
        CompilationResult result = NetworkCompiler.Compile(network, chip);
        int late = result.Quantization.Populations.Max(population => population.PipelineDelay);
        using var machine = new Machine(result.Image, chip, new MachineOptions { Workers = 2 });
        var run = new LayerRun();
        foreach (PopulationImage population in result.Image.Populations.Where(population => network[population.Name] is NeuronPopulation))
        {
            int delay = result.Quantization.Populations.Single(p => p.Name == population.Name).PipelineDelay;
            var probes = new Probes(delay, new(timesteps + late), new(timesteps + late), new(population, timesteps + late));
            machine.Attach(population.Name, "u", 1, probes.U);
            machine.Attach(population.Name, "v", 1, probes.V);
            machine.Attach(probes.Spikes);
            run._probes.Add(population.Name, probes);
        }

        machine.Run(timesteps + late);
        return run;
    }

    /// <summary>Timesteps that a population runs behind the network on the chip.</summary>
    public int Delay(string population) => _probes[population].Delay;

    /// <summary>Currents of a population in a timestep of the network, from 1.</summary>
    public int[] U(string population, int timestep) => _probes[population].U.Rows[timestep - 1 + Delay(population)];

    /// <summary>Potentials likewise.</summary>
    public int[] V(string population, int timestep) => _probes[population].V.Rows[timestep - 1 + Delay(population)];

    /// <summary>1 where a neuron fired likewise.</summary>
    public int[] Spikes(string population, int timestep) => _probes[population].Spikes.Rows[timestep - 1 + Delay(population)];

    /// <summary>One layer of a network alone, fed with given spikes of the layer before it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">Name of the layer.</param>
    /// <param name="spikes">Spikes of the layer before it, by timestep from 0.</param>
    public static Network Alone(Network network, string layer, IReadOnlyList<int[]> spikes)
    {
        Projection projection = network.Projections.Single(p => p.Target == layer);
        var before = new SourcePopulation
        {
            Name = projection.Source,
            Shape = network[projection.Source].Shape,
            Source = SpikeTimes.Source([.. spikes], firstTimestep: 0),
        };
        return network with { Populations = [before, network[layer]], Projections = [projection], Outputs = [layer] };
    }

    private sealed record Probes(int Delay, LoihiRun.Samples U, LoihiRun.Samples V, LoihiRun.Raster Spikes);
}
