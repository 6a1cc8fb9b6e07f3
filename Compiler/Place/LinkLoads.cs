namespace Ganglion.Compiler.Place;

/// <summary>Messages per timestep over every link of a mesh, each message travelling along x first, then along y.</summary>
internal sealed class LinkLoads(CoreGrid grid)
{
    // Per tile: the links to the right, to the left, down and up.
    private const int Directions = 4;

    private readonly double[] _load = new double[grid.Width * grid.Height * Directions];

    /// <summary>The busiest link.</summary>
    public double Peak => _load.Max();

    /// <summary>Mean over the links that carry anything.</summary>
    public double Mean => _load.Where(load => load > 0).DefaultIfEmpty(0).Average();

    /// <summary>Loads by tile and direction.</summary>
    public ReadOnlySpan<double> All => _load;

    /// <summary>Index of the busiest link.</summary>
    public int Busiest() => Array.IndexOf(_load, Peak);

    /// <summary>Sums up the traffic of placed parts.</summary>
    public void Add(PartTraffic traffic, int[] place)
    {
        for (int part = 0; part < traffic.Parts; part++)
        {
            for (int i = traffic.Start[part]; i < traffic.Start[part + 1]; i++)
            {
                Add(place[part], place[traffic.Receiver[i]], traffic.Messages[i]);
            }
        }
    }

    /// <summary>Adds messages from one core to another.</summary>
    public void Add(int from, int to, double messages)
    {
        (int x, int y) = (grid.X[from], grid.Y[from]);
        for (; x < grid.X[to]; x++)
        {
            _load[Link(x, y, 0)] += messages;
        }

        for (; x > grid.X[to]; x--)
        {
            _load[Link(x, y, 1)] += messages;
        }

        for (; y < grid.Y[to]; y++)
        {
            _load[Link(x, y, 2)] += messages;
        }

        for (; y > grid.Y[to]; y--)
        {
            _load[Link(x, y, 3)] += messages;
        }
    }

    private int Link(int x, int y, int direction) => (((x * grid.Height) + y) * Directions) + direction;
}
