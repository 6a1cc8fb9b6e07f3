namespace Ganglion.CommandLine.Emulation;

/// <summary>How long a run lasts when the user names no number of timesteps.</summary>
internal static class RunLength
{
    /// <summary>Until the last known spike of a source has passed through the network.</summary>
    /// <param name="run">What runs.</param>
    /// <param name="lastInput">Timestep of the last spike that the user gives, if any.</param>
    /// <exception cref="UsageException">There is no last spike.</exception>
    public static long Choose(LoadedRun run, long? lastInput)
    {
        if (run.IsEndless)
        {
            throw new UsageException("the network has sources that fire without end; say how long to run: --steps 1000");
        }

        long? last = (lastInput, run.LastListedSpike) switch
        {
            ({ } input, { } listed) => Math.Max(input, listed),
            ({ } input, null) => input,
            (null, var listed) => listed,
        };
        return last is { } timestep
            ? timestep + run.Depth
            : throw new UsageException("nothing says how long to run; give spikes with --input, or a number of timesteps: --steps 1000");
    }
}
