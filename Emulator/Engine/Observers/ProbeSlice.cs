namespace Ganglion.Emulator.Observers;

/// <summary>The part of a probe that one core holds.</summary>
internal abstract class ProbeSlice
{
    /// <summary>Values that it adds to a sample.</summary>
    public abstract int Length { get; }

    /// <summary>Adds the values of the moment.</summary>
    /// <param name="samples">Receives them.</param>
    /// <param name="timestep">The timestep that has just passed.</param>
    public abstract void Append(List<int> samples, long timestep);

    /// <summary>Brings values to their places in the sample.</summary>
    /// <param name="values">Values that <see cref="Append"/> has added.</param>
    /// <param name="sample">The sample, all cores together.</param>
    public abstract void Place(ReadOnlySpan<int> values, Span<int> sample);
}
