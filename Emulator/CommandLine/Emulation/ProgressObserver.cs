using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Reports how far a run has come.</summary>
/// <param name="report">Takes the timestep.</param>
internal sealed class ProgressObserver(Action<long> report) : ITimestepObserver
{
    private const long Distance = 64;

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        if (record.Timestep % Distance == 0)
        {
            report(record.Timestep);
        }
    }
}
