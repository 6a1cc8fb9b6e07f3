namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks one core of an image.</summary>
internal static class CoreImageCheck
{
    public static void Run(ChipImage image, int index, Spec.ChipSpec? chip, ILookup<int, ProjectionImage> plastic, ImageFindings findings)
    {
        CoreImage core = image.Cores[index];
        string path = $"cores[{index}]";
        findings.Expect(core.Compartments >= 0, path, $"{core.Compartments} compartments", "at least 0");
        if (chip is not null)
        {
            findings.Expect(
                chip.Compartment.Models.Contains(core.Model, StringComparer.Ordinal), path, "a neuron model that the chip does not have", string.Join(", ", chip.Compartment.Models));
            long? cores = (long?)chip.Mesh.Cores * (chip.Mesh.MaxChips ?? 1);
            findings.Expect(cores is null || core.Core < cores, path, $"core {core.Core}", $"below {cores}");
        }

        CheckRuns(image, core, path, findings);
        CheckParameters(core, path, findings);
        CheckUsage(core.Usage, path, findings);
        if (findings.Expect(core.Synapses is not null, path, "no synapse memory", "one"))
        {
            SynapseMemoryCheck.Run(core.Synapses!, core.Compartments, $"{path}.synapses", findings);
        }

        PlasticImageCheck.Run(image, core, chip, plastic, path, findings);
        AxonTableCheck.Run(image, core.AxonsOut, core.Compartments, $"{path}.axonsOut", findings);
    }

    private static void CheckRuns(ChipImage image, CoreImage core, string path, ImageFindings findings)
    {
        long nextCompartment = 0;
        for (int i = 0; i < core.Runs.Count; i++)
        {
            CompartmentRun run = core.Runs[i];
            string at = $"{path}.runs[{i}]";
            findings.Expect(
                run.FirstCompartment >= nextCompartment && run.Count > 0 && run.FirstCompartment + (long)run.Count <= core.Compartments,
                at,
                $"compartments {run.FirstCompartment} to {run.FirstCompartment + (long)run.Count - 1}",
                $"ascending, from {nextCompartment} to {core.Compartments - 1}");
            nextCompartment = run.FirstCompartment + (long)run.Count;
            PopulationImage? population = run.Population >= 0 && run.Population < image.Populations.Count ? image.Populations[run.Population] : null;
            if (findings.Expect(population is { IsSource: false }, at, $"population {run.Population}", "a population of neurons"))
            {
                findings.Expect(
                    run.FirstNeuron >= 0 && run.FirstNeuron + (long)run.Count <= population!.Count,
                    at,
                    $"neurons {run.FirstNeuron} to {run.FirstNeuron + (long)run.Count - 1}",
                    $"0 to {population!.Count - 1}");
            }
        }
    }

    private static void CheckParameters(CoreImage core, string path, ImageFindings findings)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < core.Parameters.Count; i++)
        {
            ParameterColumn column = core.Parameters[i];
            string at = $"{path}.parameters[{i}]";
            findings.Expect(column.Name.Length > 0 && names.Add(column.Name), at, "a missing or repeated name", "every name once");
            findings.Expect(
                column.Values.Length == 1 || column.Values.Length == core.Compartments, at, $"{column.Values.Length} values", $"1, or {core.Compartments}, one per compartment");
        }
    }

    private static void CheckUsage(CoreUsage? usage, string path, ImageFindings findings)
    {
        bool sound = usage is not null
            && usage.Compartments >= 0 && usage.InAxons >= 0 && usage.OutAxons >= 0 && usage.SynapseMemoryBits >= 0 && usage.Synapses >= 0
            && usage.CompartmentConfigurations >= 0 && usage.ThresholdConfigurations >= 0 && usage.SynapseConfigurations >= 0;
        findings.Expect(sound, $"{path}.usage", "missing or negative amounts", "amounts from 0");
    }
}
