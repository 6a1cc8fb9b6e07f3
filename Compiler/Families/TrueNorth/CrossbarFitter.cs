using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Fifth pass: axon types, connections and registers, core by core for weights in physical units.</summary>
internal static class CrossbarFitter
{
    /// <summary>Fits a network whose cores are known.</summary>
    public static FittedNetwork Fit(CrossbarNetwork planned, IReadOnlyList<PlacedCore> cores, DiagnosticBag diagnostics)
    {
        var axons = new CoreAxon[cores.Count][];
        List<FittedBlock>[] blocks = [.. planned.Populations.Select(_ => new List<FittedBlock>())];
        for (int core = 0; core < axons.Length; core++)
        {
            axons[core] = [.. FitCore(planned, cores[core].Part, blocks).OrderBy(axon => axon.Source)];
        }

        var registers = new CrossbarRegisters?[planned.Populations.Length];
        var scales = new double?[registers.Length];
        CrossbarLosses losses = new(planned.Valid);
        List<PopulationQuantization> populations = [];
        for (int p = 0; p < registers.Length; p++)
        {
            if (planned.Populations[p] is { } population)
            {
                (registers[p], PopulationQuantization loss) = Lower(population, blocks[p], planned.Chip, diagnostics);
                scales[p] = 1 / loss.Scale;
                losses.Add(population, blocks[p], registers[p]!, loss.Scale);
                populations.Add(CrossbarAudit.Complete(loss, population, blocks[p], registers[p]!, diagnostics) with { PipelineDelay = planned.Valid.PipelineDelay[p] });
            }
        }

        diagnostics.ThrowIfErrors();
        return new FittedNetwork(planned, cores, axons, registers, scales, new QuantizationReport(populations, losses.Report(diagnostics)));
    }

    private static IEnumerable<CoreAxon> FitCore(CrossbarNetwork planned, CorePart part, List<FittedBlock>[] blocks)
    {
        foreach (IGrouping<int, NeuronRun> runs in part.Runs.GroupBy(run => run.Population))
        {
            CrossbarPopulation population = planned.Populations[runs.Key]!;
            int first = planned.Valid.FirstNeuron[runs.Key];
            int[] neurons = [.. runs.SelectMany(run => Enumerable.Range(run.First, run.Count)).Order()];
            if (population.Description.Neurons is TrueNorthNeurons)
            {
                foreach (CoreAxon axon in GivenAxons(population, neurons, first))
                {
                    yield return axon;
                }

                continue;
            }

            FittedBlock block = new(population, neurons);
            blocks[runs.Key].Add(block);
            foreach (CoreAxon axon in block.Axons(first))
            {
                yield return axon;
            }
        }
    }

    private static IEnumerable<CoreAxon> GivenAxons(CrossbarPopulation population, int[] neurons, int first)
    {
        HashSet<int> here = [.. neurons];
        foreach (int index in neurons.SelectMany(neuron => population.AxonsOf[neuron]).Distinct().Order())
        {
            PlannedAxon axon = population.Axons[index];
            Afferent afferent = population.Afferents[axon.Afferent];
            yield return new CoreAxon(afferent.Source, afferent.Delay, axon.Type!.Value, [.. axon.Targets.Where(here.Contains).Select(target => first + target)]);
        }
    }

    private static (CrossbarRegisters Registers, PopulationQuantization Loss) Lower(
        CrossbarPopulation population, List<FittedBlock> blocks, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        if (population.Description.Neurons is TrueNorthNeurons given)
        {
            return (GivenCrossbarRegisters.Lower(given), new PopulationQuantization { Name = population.Description.Name });
        }

        double[][] bases = [.. Enumerable.Range(0, population.Description.Count).Select(_ => new double[WeightFit.Types])];
        foreach (FittedBlock block in blocks)
        {
            for (int row = 0; row < block.Neurons.Length; row++)
            {
                for (int type = 0; type < WeightFit.Types; type++)
                {
                    bases[block.Neurons[row]][type] = block.Fit.Bases[row, type];
                }
            }
        }

        double scale = CrossbarScale.Choose((CurrentBasedNeurons)population.Description.Neurons, bases.SelectMany(row => row), chip);
        if (!double.IsNormal(scale))
        {
            diagnostics.Report(
                CompilerDiagnostics.NoScale, $"population '{population.Description.Name}'", "weights, thresholds, biases or potentials beyond any common scale", null,
                "numbers that are closer together");
            scale = 1;
        }

        return PhysicalCrossbarRegisters.Lower(population.Description, bases, scale, chip, diagnostics);
    }
}
