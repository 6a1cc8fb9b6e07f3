using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Calibrate;

/// <summary>One input to a network, long enough for an answer, from the state before the run.</summary>
public sealed record CalibrationSample
{
    /// <summary>Spikes by the name of the external source that fires them.</summary>
    public required IReadOnlyDictionary<string, ListSource> Input { get; init; }

    /// <summary>Timesteps to run, 1 or above.</summary>
    public required long Timesteps { get; init; }

    /// <summary>Neuron of the output population that should fire most; <see langword="null"/> where it is not known.</summary>
    public int? Label { get; init; }
}
