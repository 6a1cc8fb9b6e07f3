using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Third pass: fills cores with neurons, their copies, and the axons that they need.</summary>
/// <remarks>
/// A neuron reaches one axon. One that must reach several is copied within its core: a copy has the same input, draws the same random
/// numbers, and so fires the same spikes. How many copies there are depends on how its targets are divided over cores, so the division is
/// repeated with the copies found until they suffice.
/// </remarks>
internal static class CrossbarPartitioner
{
    private const int MaximumRepetitions = 64;

    /// <summary>Divides the neurons of a network over cores.</summary>
    public static IReadOnlyList<CorePart> Partition(CrossbarNetwork network, DiagnosticBag diagnostics)
    {
        int[] copies = new int[network.NeuronCount];
        Array.Fill(copies, 1);
        Raise(copies, CountCopies(network, AllAxons(network)));
        for (int repetition = 0; repetition < MaximumRepetitions; repetition++)
        {
            CheckCopies(network, copies, diagnostics);
            List<CorePart> parts = [.. PinnedParts(network, copies, diagnostics), .. Fill(network, copies)];
            diagnostics.ThrowIfErrors();
            if (!Raise(copies, CountCopies(network, parts.SelectMany(network.AxonsOf))))
            {
                CheckCoreCount(network, parts.Count, diagnostics);
                return parts;
            }
        }

        diagnostics.Report(
            CompilerDiagnostics.OutAxonsNotConverging, "network", $"no division after {MaximumRepetitions} repetitions", "copies of neurons that come to rest", "less fan-out");
        diagnostics.ThrowIfErrors();
        return [];
    }

    /// <summary>Every axon once: what there is when each population has one core.</summary>
    private static IEnumerable<(int Population, int Axon)> AllAxons(CrossbarNetwork network) =>
        network.Populations.SelectMany((population, p) => Enumerable.Range(0, population?.Axons.Length ?? 0).Select(axon => (p, axon)));

    /// <summary>How many of these axons every neuron must reach.</summary>
    private static int[] CountCopies(CrossbarNetwork network, IEnumerable<(int Population, int Axon)> axons)
    {
        int[] counts = new int[network.NeuronCount];
        foreach ((int p, int axon) in axons)
        {
            CrossbarPopulation population = network.Populations[p]!;
            counts[population.Afferents[population.Axons[axon].Afferent].Source]++;
        }

        return counts;
    }

    private static bool Raise(int[] copies, int[] needed)
    {
        bool raised = false;
        for (int i = 0; i < copies.Length; i++)
        {
            raised |= needed[i] > copies[i];
            copies[i] = Math.Max(copies[i], needed[i]);
        }

        return raised;
    }

    private static IEnumerable<CorePart> Fill(CrossbarNetwork network, int[] copies)
    {
        CrossbarFiller filler = new(network, copies, TrueNorthRanges.Compartments(network.Chip));
        for (int p = 0; p < network.Populations.Length; p++)
        {
            if (network.Populations[p] is { Description: var population })
            {
                for (int neuron = 0; neuron < population.Count; neuron++)
                {
                    if (!network.Valid.Decided.IsDecided[network.Valid.FirstNeuron[p] + neuron])
                    {
                        filler.Add(p, neuron);
                    }
                }
            }
        }

        return filler.Finish();
    }

    private static IReadOnlyList<CorePart> PinnedParts(CrossbarNetwork network, int[] copies, DiagnosticBag diagnostics)
    {
        IReadOnlyList<CorePart> parts = network.Valid.Decided.Parts;
        foreach (CorePart part in parts)
        {
            int core = part.PinnedCore!.Value.Value;
            Check(core, Resources.Copies, part.Runs.Sum(run => copies.AsSpan(network.Valid.FirstNeuron[run.Population] + run.First, run.Count).ToArray().Sum()), TrueNorthRanges.Compartments(network.Chip));
            Check(core, Resources.InAxons, network.AxonsOf(part).Count(), network.Chip.Core.InAxons);
        }

        return parts;

        void Check(int core, string resource, int amount, int? limit)
        {
            if (amount > limit)
            {
                diagnostics.Report(
                    CompilerDiagnostics.PinnedCoreOverfull, $"core {core}", $"{amount:N0} {resource}", $"{limit:N0}", "fewer neurons pinned to this core");
            }
        }
    }

    private static void CheckCopies(CrossbarNetwork network, int[] copies, DiagnosticBag diagnostics)
    {
        int limit = TrueNorthRanges.Compartments(network.Chip);
        for (int p = 0; p < network.Populations.Length; p++)
        {
            if (network.Populations[p] is not { Description: var population })
            {
                continue;
            }

            int first = network.Valid.FirstNeuron[p];
            int[] excess = [.. Enumerable.Range(0, population.Count).Where(i => copies[first + i] > limit)];
            if (excess.Length > 0)
            {
                string others = excess.Length == 1 ? "" : $" (one of {excess.Length:N0} such neurons)";
                diagnostics.Report(
                    CompilerDiagnostics.TooManyCopies, $"population '{population.Name}'", $"neuron {excess[0]}{others} reaches {copies[first + excess[0]]:N0} axons",
                    $"{limit:N0}, one per compartment of its core", "fewer targets, delays or target populations, or a relay population");
            }
        }

        diagnostics.ThrowIfErrors();
    }

    private static void CheckCoreCount(CrossbarNetwork network, int cores, DiagnosticBag diagnostics)
    {
        if (network.Valid.Decided.Available(network.Chip.Mesh) is { } available && cores > available)
        {
            diagnostics.Report(
                CompilerDiagnostics.TooFewCores, "network", $"{cores} cores needed", $"{available} cores", "fewer neurons or less fan-out, which saves copies");
            diagnostics.ThrowIfErrors();
        }
    }
}
