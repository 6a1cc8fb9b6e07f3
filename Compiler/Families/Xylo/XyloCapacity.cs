using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Third pass: counts the synapses between hidden neurons, which share a memory of limited size and shape.</summary>
internal sealed class XyloCapacity
{
    private readonly XyloNetwork _network;
    private readonly int[] _fanIn;

    private XyloCapacity(XyloNetwork network)
    {
        _network = network;
        _fanIn = new int[network.Layout.Hidden];
        IReadOnlyList<Population> populations = network.Valid.Network.Populations;
        foreach (IntegerProjection projection in network.Projections)
        {
            if (network.Layout.GroupOf(populations[projection.Source] is SourcePopulation, projection.Target) == XyloGroup.Recurrent)
            {
                Count(projection, populations[projection.Source].Count);
            }
        }
    }

    /// <summary>Reports what exceeds the chip.</summary>
    /// <returns>How far the resources of the chip are used.</returns>
    public static IReadOnlyList<ResourceUtilization> Check(XyloNetwork network, DiagnosticBag diagnostics)
    {
        XyloCapacity capacity = new(network);
        CoreLimits limits = network.Valid.Chip.Core;
        capacity.CheckFanIn(limits.FanIn, diagnostics);
        int synapses = capacity._fanIn.Sum();
        if (synapses > limits.RecurrentSynapses)
        {
            diagnostics.Report(
                CompilerDiagnostics.TooManyRecurrentSynapses, "network", $"{synapses:N0} synapses between hidden neurons",
                $"at most {limits.RecurrentSynapses:N0}", "sparser connections");
        }

        diagnostics.ThrowIfErrors();
        return
        [
            Use(Resources.InputChannels, network.Layout.Channels, limits.InputChannels),
            Use(Resources.HiddenNeurons, network.Layout.Hidden, limits.Compartments),
            Use(Resources.OutputNeurons, network.Layout.Outputs, limits.OutputCompartments),
            Use(Resources.RecurrentSynapses, synapses, limits.RecurrentSynapses),
            Use(Resources.FanIn, capacity._fanIn.DefaultIfEmpty(0).Max(), limits.FanIn),
        ];
    }

    private static ResourceUtilization Use(string resource, int amount, int? limit) => new(resource, amount, amount, limit);

    private void Count(IntegerProjection projection, int sources)
    {
        int first = _network.Layout.First(projection.Target);
        for (int source = 0; source < sources; source++)
        {
            foreach (IntegerSynapse synapse in projection.Row(source))
            {
                _fanIn[first + synapse.Target]++;
            }
        }
    }

    private void CheckFanIn(int? limit, DiagnosticBag diagnostics)
    {
        IReadOnlyList<Population> populations = _network.Valid.Network.Populations;
        for (int p = 0; p < populations.Count; p++)
        {
            if (populations[p] is not NeuronPopulation || _network.Layout.IsOutput(p))
            {
                continue;
            }

            int[] fanIn = _fanIn[_network.Layout.First(p)..(_network.Layout.First(p) + populations[p].Count)];
            int largest = fanIn.Max();
            if (largest > limit)
            {
                NeuronMisfit.Report(
                    populations[p].Name, Array.FindIndex(fanIn, n => n > limit), fanIn.Count(n => n > limit),
                    new CoreOverflow(Resources.FanIn, largest, limit.Value), diagnostics);
            }
        }
    }
}
