namespace Ganglion.Compiler.Networks;

/// <summary>Names by which chip specifications and images refer to neuron models.</summary>
public static class NeuronModels
{
    /// <summary>Current-based leaky integrate-and-fire compartment of Loihi 1.</summary>
    public const string LoihiCubaLif = "loihi-cuba-lif";
}
