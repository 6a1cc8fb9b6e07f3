namespace Ganglion.Compiler.Export;

/// <summary>A chain of nodes, with the delay of all that it carries.</summary>
/// <param name="Stages">The nodes, in the order in which values pass them.</param>
/// <param name="Delay">Timesteps, in addition to those of its nodes.</param>
internal sealed record NirPath(List<NirStage> Stages, int Delay);
