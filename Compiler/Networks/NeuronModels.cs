namespace Ganglion.Compiler.Networks;

/// <summary>Names by which chip specifications and images refer to neuron models.</summary>
public static class NeuronModels
{
    /// <summary>Current-based leaky integrate-and-fire compartment of Loihi 1.</summary>
    public const string LoihiCubaLif = "loihi-cuba-lif";

    /// <summary>Event-driven leaky integrate-and-fire neuron of ODIN.</summary>
    public const string OdinLif = "odin-lif";

    /// <summary>Leaky integrate-and-fire neuron of Xylo, with two synapse states and decay by shifts.</summary>
    public const string XyloCubaLif = "xylo-cuba-lif";

    /// <summary>Leaky integrate-and-fire compartment of TrueNorth.</summary>
    public const string TrueNorthLif = "truenorth-lif";
}
