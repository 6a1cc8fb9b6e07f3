namespace Ganglion.Server.Options;

/// <summary>Size of an event camera whose addresses become neurons: neuron = (polarity · height + y) · width + x.</summary>
/// <param name="Width">Pixels in a row, 1 to 32,768.</param>
/// <param name="Height">Rows, 1 to 32,768.</param>
/// <param name="Polarities">2, or 1 to take events of both polarities as the same.</param>
public sealed record SensorSize(int Width, int Height, int Polarities)
{
    /// <summary>Number of neurons.</summary>
    public long Neurons => (long)Width * Height * Polarities;
}
