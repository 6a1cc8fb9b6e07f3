using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.CommandLine.Input;

/// <summary>Findings about the spikes that a user gives to a run.</summary>
internal static class SpikeInputDiagnostics
{
    /// <summary>The columns are not those of a spike file.</summary>
    public static readonly DiagnosticDescriptor Header = Error("GAN1421", "The header of the input spikes is not known", """
        The spikes for `ganglion run --input` are text with one spike per line. The first line names the columns: `timestep,neuron` when the
        network has a single external source, or `timestep,population,neuron` or `timestep,population,neuron,payload`, which is also what a
        run writes to `spikes.csv`.

        Add the header, or bring the columns into one of these orders. Example: the two lines `timestep,population,neuron` and `0,input,3`
        are a spike of neuron 3 of the source `input` in timestep 0.
        """);

    /// <summary>A line is not a spike.</summary>
    public static readonly DiagnosticDescriptor Line = Error("GAN1422", "A line of the input spikes is not a spike", """
        A timestep is a whole number, 0 or above; a neuron is a whole number from 0 to one below the size of its source; a payload says how
        often the neuron fires in that timestep, 1 to 1000. Names with commas or quotes stand in quotes. Empty lines are skipped.

        Correct the line. Example: `12,input,0` is a spike of neuron 0 in timestep 12; `0.012,input,0` (a time in seconds) is not taken.
        """);

    /// <summary>A population does not exist, or takes no spikes.</summary>
    public static readonly DiagnosticDescriptor Population = Error("GAN1423", "The input spikes name a population that does not exist", """
        Spikes can be given to the external sources of a network: the Input nodes of a `.nir` file, and the sources of kind `external` of a
        `.net.yaml` file. Spikes of other populations that exist are left out, so that the `spikes.csv` of a run can be its own input.

        Correct the name. Example: with a source called `input`, the line `0,inptu,3` is refused, and `input` is suggested.
        """);

    /// <summary>There are more spikes than a run takes.</summary>
    public static readonly DiagnosticDescriptor TooMany = Error("GAN1424", "There are too many input spikes", """
        Input spikes are held in memory, and their number is limited so that a damaged or hostile file cannot exhaust it. A payload of n
        counts as n spikes.

        Feed the network in parts, or describe the input as a Poisson source in the network. Example: 40,000,000 lines are refused.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Header, Line, Population, TooMany];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
