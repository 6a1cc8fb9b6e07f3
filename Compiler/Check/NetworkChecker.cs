using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Networks.Checking;

namespace Ganglion.Compiler.Check;

/// <summary>First pass: everything that the chip rejects and that is visible before mapping, all at once.</summary>
internal static class NetworkChecker
{
    /// <summary>Most synapses that are mapped; they take some 16 bytes each on the way.</summary>
    private const int MaximumSynapses = 1 << 28;

    /// <summary>Checks a network against a chip.</summary>
    public static CheckedNetwork Check(
        Network network, ChipSpec.Spec.ChipSpec chip, IFamilyCheck family, CompilerOptions options, DiagnosticBag diagnostics)
    {
        ChipCheck.Check(chip, options, diagnostics);
        CheckDescription(network, diagnostics);
        if (options.Activity is { } activity && activity.SpikesPerTimestep.Count != network.Populations.Sum(population => (long)population.Count))
        {
            diagnostics.Report(CompilerDiagnostics.InvalidOption, "activity", $"{activity.SpikesPerTimestep.Count:N0} neurons", $"{network.Populations.Sum(population => (long)population.Count):N0}, one value for each");
        }

        // What follows looks populations up by name and counts neurons.
        diagnostics.ThrowIfErrors();
        CheckSize(network, diagnostics);
        diagnostics.ThrowIfErrors();

        int[] firstNeuron = FirstNeurons(network);
        FixedPlaces decided = PlanResolver.Resolve(network, firstNeuron, chip, options, diagnostics);
        CheckNeurons(network, chip, family, diagnostics);
        Dictionary<string, int> index = network.Populations.Select((p, i) => (p.Name, i)).ToDictionary();
        int[] sourceOf = [.. network.Projections.Select(p => index[p.Source])];
        int[] targetOf = [.. network.Projections.Select(p => index[p.Target])];
        PopulationInput?[] inputs = [.. network.Populations.Select(p => p is NeuronPopulation neurons ? new PopulationInput(neurons) : null)];
        SynapseStatistics[] statistics =
            [.. network.Projections.Select((p, i) => ProjectionCheck.Check(p, network, chip, family, inputs[targetOf[i]]!, diagnostics))];
        diagnostics.ThrowIfErrors();

        PipelineDepth depth = family.Depth(network, sourceOf, targetOf, statistics, diagnostics);
        DelayCheck.Check(network, chip, statistics, depth.DelayShift, diagnostics);
        diagnostics.ThrowIfErrors();

        return new CheckedNetwork
        {
            Network = network,
            Chip = chip,
            FirstNeuron = firstNeuron,
            SourceOf = sourceOf,
            TargetOf = targetOf,
            Statistics = statistics,
            Inputs = inputs,
            PipelineDelay = depth.OfPopulation,
            DelayShift = depth.DelayShift,
            Decided = decided,
        };
    }

    /// <summary>Everything that is visible without reading a synapse.</summary>
    public static void CheckNeurons(Network network, ChipSpec.Spec.ChipSpec chip, IFamilyCheck family, DiagnosticBag diagnostics)
    {
        foreach (Population population in network.Populations)
        {
            PopulationCheck.Check(population, chip, family, diagnostics);
        }

        family.CheckNetwork(network, chip, diagnostics);
        PlasticityCheck.Check(network, chip, diagnostics);
    }

    /// <summary>What a network builder has checked already; networks can also be put together without one.</summary>
    public static void CheckDescription(Network network, DiagnosticBag diagnostics)
    {
        NetworkCheck check = new(
            network.Name,
            [.. network.Populations.Select(p => new Located<Population>(p, null))],
            [.. network.Projections.Select(p => new Located<Projection>(p, null))],
            [.. network.Outputs.Select(o => new Located<string>(o, null))],
            network.TimestepSeconds is { } seconds ? new Located<double>(seconds, null) : null,
            diagnostics.Findings);
        check.Run();
    }

    /// <summary>Whether a sound network can be mapped in the memory that there is.</summary>
    public static void CheckSize(Network network, DiagnosticBag diagnostics)
    {
        double synapses = network.Projections.Sum(p => p.Connectivity.EstimateSynapses(network[p.Source].Shape, network[p.Target].Shape));
        if (synapses > MaximumSynapses)
        {
            diagnostics.Report(
                CompilerDiagnostics.NetworkTooLarge, "network", $"about {synapses:N0} synapses", $"at most {MaximumSynapses:N0}",
                "fewer connections");
        }

        if (network.Projections.Count > ushort.MaxValue)
        {
            diagnostics.Report(
                CompilerDiagnostics.NetworkTooLarge, "network", $"{network.Projections.Count:N0} projections", $"at most {ushort.MaxValue:N0}",
                "fewer, larger projections");
        }
    }

    private static int[] FirstNeurons(Network network)
    {
        int[] first = new int[network.Populations.Count + 1];
        for (int i = 0; i < network.Populations.Count; i++)
        {
            first[i + 1] = first[i] + network.Populations[i].Count;
        }

        return first;
    }
}
