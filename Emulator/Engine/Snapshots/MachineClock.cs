using Ganglion.Cores.State;

namespace Ganglion.Emulator.Snapshots;

/// <summary>How far a machine has come.</summary>
internal sealed class MachineClock
{
    /// <summary>Last timestep that was run; 0 before the first.</summary>
    public long Timestep { get; set; }

    /// <summary>Timesteps run since the machine was loaded, resets included.</summary>
    public long Total { get; set; }

    /// <summary>Whether timestep 0, in which only sources fire, has been run.</summary>
    public bool HasBegun { get; set; }

    /// <summary>The timestep to come.</summary>
    public long Next => HasBegun ? Timestep + 1 : 0;

    /// <summary>Goes back to before the first timestep.</summary>
    public void Reset() => (Timestep, HasBegun) = (0, false);

    /// <summary>Shows all but the timestep itself.</summary>
    /// <param name="visitor">Notes it or puts it back.</param>
    public void Visit(IStateVisitor visitor)
    {
        HasBegun = visitor.Visit("has begun", HasBegun);
        Total = visitor.Visit("timesteps in all", Total, 0, long.MaxValue / 2);
    }
}
