using Ganglion.ChipSpec.Identifiers;

namespace Ganglion.Emulator;

/// <summary>A worker of a machine failed; the run ended and the machine cannot go on.</summary>
public sealed class WorkerFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="worker">Number of the worker.</param>
    /// <param name="timestep">Timestep that it was running.</param>
    /// <param name="core">Core that it was working on, if any.</param>
    /// <param name="cause">What went wrong.</param>
    public WorkerFailedException(int worker, long timestep, CoreId? core, Exception cause)
        : base($"Worker {worker} failed in timestep {timestep}{(core is { } id ? $" on {id}" : "")}: {cause.Message}", cause)
    {
        Worker = worker;
        Timestep = timestep;
        Core = core;
    }

    /// <summary>Number of the worker.</summary>
    public int Worker { get; }

    /// <summary>Timestep that it was running.</summary>
    public long Timestep { get; }

    /// <summary>Core that it was working on, if any.</summary>
    public CoreId? Core { get; }
}
