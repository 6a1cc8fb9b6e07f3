namespace Ganglion.Compiler.Import.Nir;

/// <summary>What a node becomes in the network.</summary>
internal enum NirRole
{
    /// <summary>A source population, or a port of a subgraph.</summary>
    Input,

    /// <summary>A mark on the population before it, or a port of a subgraph.</summary>
    Output,

    /// <summary>Part of a projection.</summary>
    Linear,

    /// <summary>Neurons that fire.</summary>
    Spiking,

    /// <summary>Neurons that never fire.</summary>
    Integrator,
}
