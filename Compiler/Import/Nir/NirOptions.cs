using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>What a NIR file leaves open. The defaults reproduce the experiments of the paper that introduced NIR.</summary>
public sealed record NirOptions
{
    /// <summary>Duration of a timestep in seconds, above 0; 1 for files whose time constants are in timesteps.</summary>
    public double TimestepSeconds { get; init; } = 1e-4;

    /// <summary>How the equations of the neurons become recursions.</summary>
    public Integrator Integrator { get; init; } = Integrator.Euler;

    /// <summary>What a spike does to the membrane potential: sets it to the node's <c>v_reset</c> (0 where there is none), or subtracts the threshold.</summary>
    public ResetMode Reset { get; init; } = ResetMode.ToValue;

    /// <summary>When the bias of a recurrent Affine begins to act.</summary>
    public RecurrentBias RecurrentBias { get; init; } = RecurrentBias.FromFirstTimestep;
}
