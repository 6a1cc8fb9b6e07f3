using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Mappings;

/// <summary>Findings about profiles of how often neurons fire, <c>GAN232x</c>.</summary>
public static class ActivityDiagnostics
{
    /// <summary>A file is no profile.</summary>
    public static readonly DiagnosticDescriptor NoProfile = Error("GAN2320", "A file is not a profile of spikes", """
        `--activity` takes a rate in spikes per timestep, or a profile: a JSON file that says so itself, with its version. This file is neither.

        Write one with `ganglion run NET --profile FILE`. Example: `--activity 0.02`, or `--activity profile.json`.
        """);

    /// <summary>A count of a profile is none.</summary>
    public static readonly DiagnosticDescriptor BadCount = Error("GAN2321", "A count of a profile cannot be taken", """
        A profile holds whole numbers: timesteps from 1, and for each population a list with the spikes of its neurons, from 0.

        Correct the number, or write the profile anew. Example: `{"name": "hidden", "spikes": [3, 0, 12]}` for three neurons.
        """);

    /// <summary>A profile lacks neurons of the network.</summary>
    public static readonly DiagnosticDescriptor OtherPopulations = Error("GAN2322", "A profile does not have the neurons of the network", """
        Each population of the network, sources included, needs as many counts as it has neurons. Here a population is missing or has another
        size, so the profile is of another network.

        Run this network with `--profile`. Example: a population of 10 needs 10 counts.
        """);

    /// <summary>A profile is of another version of the network.</summary>
    public static readonly DiagnosticDescriptor OtherNetwork = new("GAN2323", DiagnosticSeverity.Warning, "A profile was made of another version of the network", """
        A profile carries the hash of the network that ran. The populations are the same, but a weight or parameter differs, so the neurons may
        fire otherwise. The mapping is as valid as with any other activity, which only guides it.

        Run this network with `--profile` for counts of its own. Example: after training a network further.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [NoProfile, BadCount, OtherPopulations, OtherNetwork];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
