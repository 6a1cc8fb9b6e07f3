namespace Ganglion.Compiler.Reference;

/// <summary>Something that fires.</summary>
internal interface IReferencePopulation
{
    /// <summary>Neurons that fired in the last timestep, ascending.</summary>
    ReadOnlySpan<int> Spikes { get; }

    /// <summary>Runs a timestep, 0 included.</summary>
    /// <param name="timestep">The timestep; one more than that of the call before.</param>
    void Update(long timestep);

    /// <summary>Returns to the state before the run.</summary>
    void Reset();
}
