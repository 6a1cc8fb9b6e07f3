namespace Ganglion.Emulator.Encoding;

/// <summary>Turns values into spikes: one neuron per value.</summary>
/// <remarks>
/// Values count as 0 to 1; what lies outside is clamped. Random codes draw from the element's logical id and the timestep counted
/// from the start of the train, so the same value is encoded alike wherever the train starts.
/// </remarks>
public interface ISpikeCode
{
    /// <summary>Encodes values over a number of timesteps.</summary>
    /// <param name="values">One value per neuron.</param>
    /// <param name="timesteps">Length of the train, 1 or above.</param>
    /// <param name="firstId">Logical id of the first value, for random draws: images of n values take ids in steps of n.</param>
    /// <param name="firstTimestep">Timestep at which the train starts, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timesteps"/> or <paramref name="firstTimestep"/> is out of range.</exception>
    /// <exception cref="ArgumentException">A value is not a number.</exception>
    SpikeTrain Encode(ReadOnlySpan<double> values, int timesteps, ulong firstId = 0, long firstTimestep = 0);
}
