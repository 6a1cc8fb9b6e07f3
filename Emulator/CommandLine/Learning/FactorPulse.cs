namespace Ganglion.CommandLine.Learning;

/// <summary>What a third factor brings in one timestep.</summary>
/// <param name="Trace">1 to 3 for y1 to y3.</param>
/// <param name="Timestep">When it acts, from 1.</param>
/// <param name="Amount">What it brings, 0 to 127.</param>
internal readonly record struct FactorPulse(int Trace, int Timestep, int Amount);
