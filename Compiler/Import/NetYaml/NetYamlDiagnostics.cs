using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Findings that are particular to <c>.net.yaml</c> files.</summary>
public static class NetYamlDiagnostics
{
    /// <summary>Several keys exclude each other.</summary>
    public static readonly DiagnosticDescriptor Alternatives = Error("GAN1101", "Not exactly one of several alternatives", """
        Some keys exclude each other: a population has a `size` or a `shape`, its neurons are given as `neurons` or as registers
        of a chip (`loihi`, `loihi2`, `xylo`, `odin`), a source has one kind and a projection one connectivity. Exactly one of them must stand there.

        Remove all but one, or add the missing one. Example: a projection with both `oneToOne` and `random` becomes two projections.
        """);

    /// <summary>A list has the wrong number of values.</summary>
    public static readonly DiagnosticDescriptor ValueCount = Error("GAN1102", "A list has the wrong number of values", """
        A parameter is one number that holds for all neurons, or a list with one number for each. Lists of lists are matrices: every row
        has the same length.

        Give one value, or as many as there are neurons. Example: a population with `size: 3` takes `threshold: 1` or
        `threshold: [1, 1, 2]`.
        """);

    /// <summary>A duration, time constant or rate is not positive.</summary>
    public static readonly DiagnosticDescriptor NotPositive = Error("GAN1103", "A value must be above zero", """
        Timesteps and time constants are durations in seconds; a duration of zero or below has no meaning here.

        Correct the value, or choose the model without this time constant. Example: `tauMembrane: 0` means no memory; the model `if` means
        no leak.
        """);

    /// <summary>A value in seconds or Hz needs the duration of a timestep.</summary>
    public static readonly DiagnosticDescriptor TimestepMissing = Error("GAN1104", "The duration of a timestep is missing", """
        Time constants are given in seconds and rates in Hz, but the network advances in timesteps: without the duration of a timestep
        neither can be converted.

        Add `timestep:` at the top. Example: `timestep: 0.001` for a millisecond.
        """);

    /// <summary>A key does not belong to the chosen model.</summary>
    public static readonly DiagnosticDescriptor NotOfModel = Error("GAN1105", "A parameter that the neuron model does not have", """
        Each neuron model has its own parameters: `if` and its thresholds have no time constant, `lif` has no synaptic one, and the
        integrators `li` and `cubaLi` never fire, so they have no threshold, reset or refractory period. The models of `loihi2` have their
        own registers likewise.

        Remove the parameter, or choose another model. Example: `tauSynapse` belongs to `cubaLif`.
        """);

    /// <summary>A neuron index is not in its population.</summary>
    public static readonly DiagnosticDescriptor NeuronOutOfRange = Error("GAN1106", "A neuron that its population does not have", """
        Neurons are counted from 0, row by row in a population with a shape, so the last one is one less than the size.

        Correct the index or the size. Example: a population with `size: 10` has the neurons 0 to 9.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [Alternatives, ValueCount, NotPositive, TimestepMissing, NotOfModel, NeuronOutOfRange];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
