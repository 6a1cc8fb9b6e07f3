using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>What the spikes of a timestep cost the mesh.</summary>
/// <param name="Messages">Messages that leave their core.</param>
/// <param name="Hops">Hops of these messages between tiles.</param>
/// <param name="PeakLink">Messages over the busiest link.</param>
internal readonly record struct MappingCost(double Messages, double Hops, double PeakLink)
{
    /// <summary>Price of a message that stays on its tile, or of leaving a core at all, in hops.</summary>
    public const double MessagePrice = 0.05;

    /// <summary>What mappers make small: hops, the busiest link, and a little for every message.</summary>
    public double Total => Hops + PeakLink + (MessagePrice * Messages);

    /// <summary>Measures a mapping.</summary>
    public static MappingCost Of(PartTraffic traffic, CoreGrid grid, int[] place)
    {
        LinkLoads loads = new(grid);
        loads.Add(traffic, place);
        double hops = 0;
        for (int part = 0; part < traffic.Parts; part++)
        {
            for (int i = traffic.Start[part]; i < traffic.Start[part + 1]; i++)
            {
                hops += traffic.Messages[i] * grid.Hops(place[part], place[traffic.Receiver[i]]);
            }
        }

        return new MappingCost(traffic.Messages.Sum(), hops, loads.Peak);
    }
}
