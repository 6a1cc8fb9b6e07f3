using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Register values of a population's neurons; every list holds one value for all or one per neuron.</summary>
internal sealed record XyloRegisters
{
    /// <summary>Dash of the first synapse state.</summary>
    public required IReadOnlyList<int> SynapseDash { get; init; }

    /// <summary>Dash of the second synapse state.</summary>
    public required IReadOnlyList<int> SecondSynapseDash { get; init; }

    /// <summary>Dash of the membrane potential.</summary>
    public required IReadOnlyList<int> MembraneDash { get; init; }

    /// <summary>Threshold.</summary>
    public required IReadOnlyList<int> Threshold { get; init; }

    /// <summary>Bias.</summary>
    public required IReadOnlyList<int> Bias { get; init; }

    /// <summary>Neuron of the same population that gets the spikes too; −1 for none.</summary>
    public required IReadOnlyList<int> Alias { get; init; }

    /// <summary>Registers as the user gave them.</summary>
    public static XyloRegisters Of(XyloNeurons given) => new()
    {
        SynapseDash = given.SynapseDash,
        SecondSynapseDash = given.SecondSynapseDash,
        MembraneDash = given.MembraneDash,
        Threshold = given.Threshold,
        Bias = given.Bias,
        Alias = given.Alias,
    };
}
