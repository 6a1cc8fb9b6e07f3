namespace Ganglion.Emulator.Tests.Running;

/// <summary>Tests that count what the whole process allocates.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
