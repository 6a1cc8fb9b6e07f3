namespace Ganglion.Server.Lockstep;

/// <summary>Gathers the grants of several clients: time passes as far as the most cautious of them allows.</summary>
/// <remarks>All members may be used from any thread.</remarks>
/// <param name="grant">Takes the last timestep that all have granted; it never goes back.</param>
/// <param name="now">Last timestep that has passed.</param>
public sealed class GrantBoard(Action<long> grant, long now = 0)
{
    private readonly Lock _gate = new();
    private readonly List<Granter> _granters = [];
    private long _granted = now;

    /// <summary>Last timestep that all have granted.</summary>
    public long Granted
    {
        get
        {
            lock (_gate)
            {
                return _granted;
            }
        }
    }

    /// <summary>Who grants time, in the order in which they came.</summary>
    public IReadOnlyList<Granter> Granters
    {
        get
        {
            lock (_gate)
            {
                return [.. _granters];
            }
        }
    }

    /// <summary>Lets a client take part; from now on no timestep begins without its grant.</summary>
    /// <param name="name">Name for messages.</param>
    /// <returns>Its grants; nothing beyond what all have granted so far.</returns>
    public Granter Join(string name)
    {
        lock (_gate)
        {
            var granter = new Granter(this, name, _granted);
            _granters.Add(granter);
            return granter;
        }
    }

    /// <summary>Takes a grant.</summary>
    internal void Grant(Granter granter, long timestep)
    {
        lock (_gate)
        {
            if (timestep > granter.Granted && _granters.Contains(granter))
            {
                granter.Granted = timestep;
                Raise();
            }
        }
    }

    /// <summary>Lets a client go; the others no longer wait for it.</summary>
    internal void Leave(Granter granter)
    {
        lock (_gate)
        {
            if (_granters.Remove(granter))
            {
                Raise();
            }
        }
    }

    private void Raise()
    {
        long least = long.MaxValue;
        foreach (Granter granter in _granters)
        {
            least = Math.Min(least, granter.Granted);
        }

        // Without anybody who grants, time stands still.
        if (_granters.Count > 0 && least > _granted)
        {
            _granted = least;
            grant(least);
        }
    }
}
