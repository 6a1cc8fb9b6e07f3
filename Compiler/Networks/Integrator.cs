namespace Ganglion.Compiler.Networks;

/// <summary>How a linear differential equation becomes a recursion over timesteps.</summary>
public enum Integrator
{
    /// <summary>Forward Euler: one timestep adds Δt/τ of the difference to the steady state.</summary>
    Euler,

    /// <summary>Exact for input that is constant over a timestep: one timestep adds 1 − exp(−Δt/τ) of the difference.</summary>
    Exponential,
}
