namespace Ganglion.CommandLine.Emulation;

/// <summary>A state variable that is sampled.</summary>
/// <param name="Population">The population.</param>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Every">Timesteps from one sample to the next, at least 1.</param>
/// <param name="FileName">Name of the file that receives the samples.</param>
internal sealed record StateProbe(PopulationInfo Population, string Variable, int Every, string FileName);
