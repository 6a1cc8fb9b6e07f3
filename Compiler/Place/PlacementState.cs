namespace Ganglion.Compiler.Place;

/// <summary>Parts on cores, and what changes when two cores exchange what they hold.</summary>
internal sealed class PlacementState
{
    private readonly CoreGrid _grid;
    private readonly PartTraffic _both;

    /// <summary>Begins with a place for every part.</summary>
    /// <param name="grid">The cores.</param>
    /// <param name="both">Messages between parts in either direction.</param>
    /// <param name="place">Index of every part's core; changed by <see cref="Exchange"/>.</param>
    public PlacementState(CoreGrid grid, PartTraffic both, int[] place)
    {
        (_grid, _both, Place) = (grid, both, place);
        PartOn = new int[grid.Core.Length];
        Array.Fill(PartOn, -1);
        for (int part = 0; part < place.Length; part++)
        {
            PartOn[place[part]] = part;
        }
    }

    /// <summary>Index of every part's core.</summary>
    public int[] Place { get; }

    /// <summary>Part on every core; −1 for none.</summary>
    public int[] PartOn { get; }

    /// <summary>Message hops per timestep.</summary>
    public double Hops()
    {
        double sum = 0;
        for (int part = 0; part < Place.Length; part++)
        {
            for (int i = _both.Start[part]; i < _both.Start[part + 1]; i++)
            {
                sum += _both.Messages[i] * _grid.Hops(Place[part], Place[_both.Receiver[i]]);
            }
        }

        return sum / 2;
    }

    /// <summary>What the hops gain when two cores exchange their parts, one of which may be empty; negative is better.</summary>
    public double Change(int coreA, int coreB) => Change(PartOn[coreA], coreA, coreB) + Change(PartOn[coreB], coreB, coreA);

    /// <summary>Exchanges what two cores hold.</summary>
    public void Exchange(int coreA, int coreB)
    {
        (PartOn[coreA], PartOn[coreB]) = (PartOn[coreB], PartOn[coreA]);
        if (PartOn[coreA] >= 0)
        {
            Place[PartOn[coreA]] = coreA;
        }

        if (PartOn[coreB] >= 0)
        {
            Place[PartOn[coreB]] = coreB;
        }
    }

    private double Change(int part, int from, int to)
    {
        double sum = 0;
        if (part >= 0)
        {
            for (int i = _both.Start[part]; i < _both.Start[part + 1]; i++)
            {
                int other = Place[_both.Receiver[i]];

                // The way between the two that change places stays as long as it is.
                if (other != to)
                {
                    sum += _both.Messages[i] * (_grid.Hops(to, other) - _grid.Hops(from, other));
                }
            }
        }

        return sum;
    }
}
