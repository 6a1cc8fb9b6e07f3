namespace Ganglion.Server.Lockstep;

/// <summary>A client that grants time; disposing of it lets it go.</summary>
public sealed class Granter : IDisposable
{
    private readonly GrantBoard _board;
    private long _granted;

    /// <summary>Makes one.</summary>
    internal Granter(GrantBoard board, string name, long granted) => (_board, Name, _granted) = (board, name, granted);

    /// <summary>Name for messages.</summary>
    public string Name { get; }

    /// <summary>Last timestep that it has granted.</summary>
    public long Granted
    {
        get => Interlocked.Read(ref _granted);
        internal set => Interlocked.Exchange(ref _granted, value);
    }

    /// <summary>Grants all timesteps up to one; nothing if it has granted it before.</summary>
    /// <param name="timestep">The timestep.</param>
    public void GrantUntil(long timestep) => _board.Grant(this, timestep);

    /// <inheritdoc/>
    public void Dispose() => _board.Leave(this);
}
