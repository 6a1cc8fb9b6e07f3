namespace Ganglion.Cores;

/// <summary>An axon of a core that fired.</summary>
/// <param name="Axon">Axon in; the index of its synapse row.</param>
/// <param name="Payload">1 unless the spike is graded or stands for several.</param>
/// <param name="Delay">Timesteps that the axon itself adds to the one that every spike takes.</param>
public readonly record struct AxonEvent(int Axon, int Payload = 1, int Delay = 0)
{
    /// <summary>A plain spike of an axon.</summary>
    /// <param name="axon">Axon in.</param>
    public static implicit operator AxonEvent(int axon) => new(axon);

    /// <summary>A plain spike of an axon.</summary>
    /// <param name="axon">Axon in.</param>
    public static AxonEvent FromInt32(int axon) => new(axon);
}
