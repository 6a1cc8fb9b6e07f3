using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>Improves a placement by exchanging what two cores hold, or moving a part to a free core.</summary>
/// <remarks>
/// Placement is a quadratic assignment (Koopmans and Beckmann 1957, Econometrica 25(1)). Simulated annealing (Kirkpatrick, Gelatt and Vecchi
/// 1983, Science 220) over exchanges, most of which bring a part beside one that it talks to; each costs time in proportion to the parts
/// that the two talk to. A last search accepts what lowers hops plus the load of the busiest link.
/// </remarks>
internal sealed class PlacementSearch(CoreGrid grid, PartTraffic traffic, bool[] isFixed, MappingWork work, MappingDraws draws)
{
    private const double FirstTemperature = 0.5;
    private const double LastTemperature = 0.002;
    private const int LinkTriesPerPart = 12;

    private readonly PartTraffic _both = traffic.Symmetric();

    /// <summary>Improves a placement.</summary>
    /// <param name="place">Index of every part's core.</param>
    /// <param name="exchangesPerPart">Exchanges tried for every part.</param>
    /// <returns>A placement that is no worse.</returns>
    public int[] Improve(int[] place, int exchangesPerPart)
    {
        if (place.Length == 0 || isFixed.All(part => part) || _both.Receiver.Length == 0)
        {
            return place;
        }

        PlacementState state = new(grid, _both, [.. place]);
        int[] best = Anneal(state, (long)exchangesPerPart * place.Length);
        return RelieveLinks(new PlacementState(grid, _both, best));
    }

    /// <summary>Hops and the load of the busiest link, in messages per timestep.</summary>
    public double Cost(int[] place)
    {
        LinkLoads loads = new(grid);
        loads.Add(traffic, place);
        return new PlacementState(grid, _both, place).Hops() + loads.Peak;
    }

    private int[] Anneal(PlacementState state, long steps)
    {
        double hops = state.Hops();
        double least = hops;
        int[] best = [.. state.Place];
        double scale = Scale(state);
        double temperature = scale * FirstTemperature;
        double cooling = Math.Pow(LastTemperature / FirstTemperature, 1.0 / Math.Max(1, steps));
        for (long step = 0; step < steps && ((step & 1023) != 0 || !work.IsOver); step++, temperature *= cooling)
        {
            (int from, int to) = Draw(state);
            if (from == to)
            {
                continue;
            }

            double change = state.Change(from, to);
            if (change <= 0 || draws.Unit() < Math.Exp(-change / temperature))
            {
                state.Exchange(from, to);
                hops += change;
                if (hops < least - 1e-9)
                {
                    least = hops;
                    state.Place.CopyTo(best, 0);
                }
            }
        }

        Settle(state = new PlacementState(grid, _both, best));
        return state.Place;
    }

    /// <summary>Mean size of a change, by which temperatures are measured.</summary>
    private double Scale(PlacementState state)
    {
        double sum = 0;
        int drawn = Math.Min(256, 8 * state.Place.Length);
        for (int i = 0; i < drawn; i++)
        {
            (int from, int to) = Draw(state);
            sum += from == to ? 0 : Math.Abs(state.Change(from, to));
        }

        return Math.Max(sum / drawn, 1e-12);
    }

    /// <summary>A core with a part, and one to exchange with: anywhere, or near one that the part talks to.</summary>
    private (int From, int To) Draw(PlacementState state)
    {
        int part = draws.Below(state.Place.Length);
        int from = state.Place[part];
        int partners = _both.Start[part + 1] - _both.Start[part];
        int to = draws.Below(grid.Core.Length);
        if (partners > 0 && draws.Below(4) != 0)
        {
            int near = state.Place[_both.Receiver[_both.Start[part] + draws.Below(partners)]];
            to = Math.Clamp(near + draws.Below((4 * grid.Height) + 1) - (2 * grid.Height), 0, grid.Core.Length - 1);
        }

        bool isFree = !isFixed[part] && (state.PartOn[to] < 0 || !isFixed[state.PartOn[to]]);
        return isFree ? (from, to) : (from, from);
    }

    /// <summary>Takes every exchange that gains, until none does.</summary>
    private void Settle(PlacementState state)
    {
        // Beyond this many pairs, annealing alone must do.
        const long MostPairs = 4_000_000;
        bool hasGained = (long)state.Place.Length * grid.Core.Length <= MostPairs;
        while (hasGained && !work.IsOver)
        {
            hasGained = false;
            for (int part = 0; part < state.Place.Length; part++)
            {
                for (int to = 0; to < grid.Core.Length && !isFixed[part]; to++)
                {
                    int from = state.Place[part];
                    if (to != from && (state.PartOn[to] < 0 || !isFixed[state.PartOn[to]]) && state.Change(from, to) < -1e-9)
                    {
                        state.Exchange(from, to);
                        hasGained = true;
                    }
                }
            }
        }
    }

    private int[] RelieveLinks(PlacementState state)
    {
        double cost = Cost(state.Place);
        long tries = (long)LinkTriesPerPart * state.Place.Length;
        long mostSteps = 400_000_000 / Math.Max(1, traffic.Receiver.Length + (grid.Width * grid.Height * 4L));
        for (long i = 0; i < Math.Min(tries, mostSteps) && !work.IsOver; i++)
        {
            (int from, int to) = Draw(state);
            double change = from == to ? 0 : state.Change(from, to);
            if (from == to || change > cost * 0.01)
            {
                continue;
            }

            state.Exchange(from, to);
            double now = Cost(state.Place);
            if (now < cost - 1e-9)
            {
                cost = now;
            }
            else
            {
                state.Exchange(from, to);
            }
        }

        return state.Place;
    }
}
