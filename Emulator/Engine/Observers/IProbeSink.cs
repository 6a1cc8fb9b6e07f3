namespace Ganglion.Emulator.Observers;

/// <summary>Receives the samples of a probe, in order.</summary>
public interface IProbeSink
{
    /// <summary>Takes one sample.</summary>
    /// <param name="timestep">Timestep after whose update the state was read.</param>
    /// <param name="values">One value per neuron or synapse; valid during the call only.</param>
    void Write(long timestep, ReadOnlySpan<int> values);
}
