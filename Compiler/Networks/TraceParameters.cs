namespace Ganglion.Compiler.Networks;

/// <summary>How a learning trace follows spikes.</summary>
/// <param name="Impulse">What a spike adds, 0 to 127.</param>
/// <param name="TimeConstant">Time constant of the decay, in timesteps, 0 or above; 0 forgets within a timestep, infinity never.</param>
public sealed record TraceParameters(int Impulse = 0, double TimeConstant = 0);
