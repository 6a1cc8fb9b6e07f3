using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Input;
using Ganglion.Emulator;

namespace Ganglion.CommandLine.Results;

/// <summary>Opens the files of probes of plastic projections.</summary>
internal static class LearningProbeFiles
{
    /// <summary>Opens a file per probe, and one per projection that says which synapse is which.</summary>
    /// <param name="folder">Folder of the run.</param>
    /// <param name="machine">What runs.</param>
    /// <param name="probes">What is sampled.</param>
    public static void Open(RunFolder folder, Machine machine, IReadOnlyList<LearningProbe> probes)
    {
        foreach (LearningProbe probe in probes)
        {
            LearningProbeFile file = folder.Add(new LearningProbeFile(folder.Path, probe.FileName, CountOf(machine, probe)));
            machine.Attach(probe.Projection.Name, probe.Variable, probe.Every, file);
        }

        foreach (string projection in probes.Where(probe => probe.IsOfSynapses).Select(probe => probe.Projection.Name).Distinct(StringComparer.Ordinal))
        {
            CsvFile file = folder.Add(new CsvFile(folder.Path, ProbeRequest.FileName(projection, "synapses.csv"), "synapse,source,target"));
            IReadOnlyList<PlasticSynapse> synapses = machine.PlasticSynapses(projection);
            for (int i = 0; i < synapses.Count; i++)
            {
                file.Add(i).Add(synapses[i].Source).Add(synapses[i].Target).EndRow();
            }
        }
    }

    private static int CountOf(Machine machine, LearningProbe probe)
    {
        IReadOnlyList<PopulationImage> populations = machine.Image.Populations;
        return probe.Variable switch
        {
            RuleVariable.X1 or RuleVariable.X2 => populations[probe.Projection.Source].Count,
            RuleVariable.Y1 or RuleVariable.Y2 or RuleVariable.Y3 => populations[probe.Projection.Target].Count,
            _ => machine.PlasticSynapses(probe.Projection.Name).Count,
        };
    }
}
