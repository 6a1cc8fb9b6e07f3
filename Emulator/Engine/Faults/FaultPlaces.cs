using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Emulator.Faults;

/// <summary>Whether the parts that a plan names exist.</summary>
internal static class FaultPlaces
{
    /// <summary>Checks all faults of a chip.</summary>
    /// <exception cref="InvalidInputException">A part does not exist; carries everything that was found.</exception>
    public static void Check(FaultPlan plan, ChipImage image, Mesh mesh)
    {
        List<Diagnostic> findings = [];
        foreach ((int index, Fault fault) in plan.Faults.Index())
        {
            if (Find(fault, image, mesh) is var (found, allowed))
            {
                findings.Add(new Diagnostic
                {
                    Descriptor = FaultDiagnostics.UnknownPart,
                    Location = new SourceLocation(Path: $"faults[{index}]"),
                    Found = found,
                    Allowed = allowed,
                });
            }
        }

        if (findings.Count > 0)
        {
            throw new InvalidInputException(findings);
        }
    }

    private static (string Found, string Allowed)? Find(Fault fault, ChipImage image, Mesh mesh)
    {
        if (fault.Core is { } core && image.Cores.All(used => used.Core != core.Value))
        {
            return ($"core {core.Value}", $"a core in use: {string.Join(", ", image.Cores.Select(used => used.Core).Order())}");
        }

        if (fault.Kind == FaultKind.DeadLink && !LinkUse.IsLink(mesh, fault.Tiles))
        {
            return ($"tiles {fault.Tiles.First} and {fault.Tiles.Second}", "two neighbouring tiles");
        }

        if (fault.Kind is not (FaultKind.DeadNeuron or FaultKind.StuckNeuron))
        {
            return null;
        }

        PopulationImage? population = image.Populations.FirstOrDefault(population => population.Name == fault.Population && !population.IsSource);
        if (population is null)
        {
            return ($"population '{fault.Population}'", string.Join(", ", image.Populations.Where(other => !other.IsSource).Select(other => $"'{other.Name}'")));
        }

        int? outside = fault.Neurons.Where(neuron => neuron >= population.Count).Select(neuron => (int?)neuron).FirstOrDefault();
        return outside is null ? null : ($"neuron {outside} of '{fault.Population}'", $"0 to {population.Count - 1}");
    }
}
