using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Second pass: divides synapses into axons, by the types that registers ask for or by the digits that a core has room for.</summary>
internal static class AxonPlanner
{
    private const int Types = WeightFit.Types;
    private const double LargestWeight = 1e100;

    /// <summary>Plans the axons of a network.</summary>
    public static CrossbarNetwork Plan(CheckedNetwork valid, DiagnosticBag diagnostics)
    {
        var populations = new CrossbarPopulation?[valid.Network.Populations.Count];
        for (int p = 0; p < populations.Length; p++)
        {
            if (valid.Network.Populations[p] is NeuronPopulation population)
            {
                Afferent[] afferents = AfferentReader.Read(valid, p);
                populations[p] = population.Neurons is TrueNorthNeurons registers
                    ? PlanTypes(valid.Network, population, registers, afferents, diagnostics)
                    : PlanDigits(valid.Chip, population, afferents);
                CheckMagnitude(populations[p]!, diagnostics);
                CheckFanIn(populations[p]!, valid.Chip, diagnostics);
            }
        }

        diagnostics.ThrowIfErrors();
        return new CrossbarNetwork(valid, populations);
    }

    /// <summary>As many axons per source neuron, up to four, as fit a core beside those of the neuron with most sources.</summary>
    private static CrossbarPopulation PlanDigits(ChipSpec.Spec.ChipSpec chip, NeuronPopulation population, Afferent[] afferents)
    {
        int[] fanIn = new int[population.Count];
        foreach (int target in afferents.SelectMany(afferent => afferent.Targets))
        {
            fanIn[target]++;
        }

        int room = chip.Core.InAxons is { } axons ? axons / Math.Max(1, fanIn.Max()) : Types;
        int digits = Math.Clamp(room, 1, Types);
        IEnumerable<PlannedAxon> planned = afferents.SelectMany((afferent, index) =>
            Enumerable.Range(0, digits).Select(digit => new PlannedAxon(index, digit, null, afferent.Targets)));
        return new CrossbarPopulation(population, afferents, [.. planned], digits);
    }

    private static CrossbarPopulation PlanTypes(
        Network network, NeuronPopulation population, TrueNorthNeurons registers, Afferent[] afferents, DiagnosticBag diagnostics)
    {
        List<PlannedAxon> planned = [];
        HashSet<int> faulty = [];
        for (int i = 0; i < afferents.Length; i++)
        {
            int[] matching = [.. afferents[i].Targets.Zip(afferents[i].Weights, (target, weight) => MatchingTypes(registers, target, (int)weight))];
            int misfit = Array.IndexOf(matching, 0);
            if (misfit < 0)
            {
                planned.AddRange(DivideByType(i, afferents[i].Targets, matching));
            }
            else if (faulty.Add(afferents[i].Projection))
            {
                Report(network.Projections[afferents[i].Projection], population, registers, afferents[i], misfit, diagnostics);
            }
        }

        return new CrossbarPopulation(population, afferents, [.. planned], 1);
    }

    /// <summary>One axon where all synapses can have one type; otherwise the type that most can have, and so on with the rest.</summary>
    private static IEnumerable<PlannedAxon> DivideByType(int afferent, int[] targets, int[] matching)
    {
        List<int> left = [.. Enumerable.Range(0, targets.Length)];
        for (int digit = 0; left.Count > 0; digit++)
        {
            int type = Enumerable.Range(0, Types).MaxBy(t => left.Count(i => (matching[i] >> t & 1) != 0));
            HashSet<int> reached = [];
            List<int> rest = [];
            foreach (int i in left)
            {
                // An axon reaches a neuron once; a second synapse onto it needs another axon.
                if ((matching[i] >> type & 1) == 0 || !reached.Add(targets[i]))
                {
                    rest.Add(i);
                }
            }

            yield return new PlannedAxon(afferent, digit, type, [.. reached.Order()]);
            left = rest;
        }
    }

    /// <summary>Bit G is set when the neuron gives the weight to axon type G.</summary>
    private static int MatchingTypes(TrueNorthNeurons n, int neuron, int weight) =>
        (n.Weight0.At(neuron) == weight ? 1 : 0) | (n.Weight1.At(neuron) == weight ? 2 : 0)
        | (n.Weight2.At(neuron) == weight ? 4 : 0) | (n.Weight3.At(neuron) == weight ? 8 : 0);

    private static void Report(
        Projection projection, NeuronPopulation population, TrueNorthNeurons n, Afferent afferent, int synapse, DiagnosticBag diagnostics)
    {
        int target = afferent.Targets[synapse];
        diagnostics.Report(
            CompilerDiagnostics.NoAxonType, $"projection '{projection.Name}'", $"weight {afferent.Weights[synapse]} onto neuron {target} of '{population.Name}'",
            $"its weights {n.Weight0.At(target)}, {n.Weight1.At(target)}, {n.Weight2.At(target)} and {n.Weight3.At(target)}",
            "one of these, or other weights of the neuron");
    }

    /// <summary>Squares of weights must be numbers.</summary>
    private static void CheckMagnitude(CrossbarPopulation population, DiagnosticBag diagnostics)
    {
        if (population.Afferents.Any(afferent => afferent.Weights.Any(weight => !(Math.Abs(weight) < LargestWeight))))
        {
            diagnostics.Report(CompilerDiagnostics.NoScale, $"population '{population.Description.Name}'", "weights and gains beyond any common scale", null, "weights in a smaller range");
        }
    }

    private static void CheckFanIn(CrossbarPopulation population, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        int limit = Math.Min(chip.Core.InAxons ?? int.MaxValue, chip.Core.FanIn ?? int.MaxValue);
        int[] excess = [.. Enumerable.Range(0, population.AxonsOf.Count).Where(i => population.AxonsOf[i].Count > limit)];
        if (excess.Length > 0)
        {
            int most = excess.Max(i => population.AxonsOf[i].Count);
            NeuronMisfit.Report(population.Description.Name, excess[0], excess.Length, new CoreOverflow(Resources.InAxons, most, limit), diagnostics);
        }
    }
}
