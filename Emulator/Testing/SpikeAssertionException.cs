namespace Ganglion.Testing;

/// <summary>Spikes are not as a test expects; every test framework reports it as a failure.</summary>
public sealed class SpikeAssertionException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong, with a raster where that helps.</param>
    public SpikeAssertionException(string message)
        : base(message)
    {
    }
}
