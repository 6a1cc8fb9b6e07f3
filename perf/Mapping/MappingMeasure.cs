using Ganglion.Compiler.Place;

namespace Ganglion.Perf.Mapping;

/// <summary>What a method reached on a network.</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="Neurons">Its neurons.</param>
/// <param name="Synapses">Its synapses.</param>
/// <param name="Mesh">Tiles in x and y direction.</param>
/// <param name="Method">Method, with its effort.</param>
/// <param name="CutMessages">Messages per timestep between cores.</param>
/// <param name="SpikeHops">Hops of these per timestep.</param>
/// <param name="PeakLink">Messages per timestep over the busiest link.</param>
/// <param name="MeanLink">Mean over the links in use.</param>
/// <param name="Cores">Cores in use.</param>
/// <param name="Compartments">Used share of the compartments of the cores in use, the limit that binds here.</param>
/// <param name="MostInAxons">Incoming axons of the core with most.</param>
/// <param name="MostOutAxons">Outgoing axons of the core with most.</param>
/// <param name="Picojoules">Energy of the mesh per timestep, at the prices of Loihi 1.</param>
/// <param name="Nanoseconds">Longest way, and the queue at the busiest link, at the prices of Loihi 1.</param>
/// <param name="Seconds">Wall time of the mapping, without making the network.</param>
/// <param name="ProcessorSeconds">Processor time of the same, which other programs change less.</param>
/// <param name="Megabytes">Memory in use at the end of the mapping, the network included.</param>
/// <param name="Fits">Whether all limits hold.</param>
internal sealed record MappingMeasure(
    string Network, int Neurons, long Synapses, string Mesh, string Method,
    double CutMessages, double SpikeHops, double PeakLink, double MeanLink, int Cores, double Compartments,
    long MostInAxons, long MostOutAxons, double Picojoules, double Nanoseconds, double Seconds, double ProcessorSeconds, double Megabytes, bool Fits)
{
    // Davies et al. 2018, IEEE Micro 38(1), table 2: energy and time of a message within a tile, per hop along x and per hop along y;
    // 3.44 billion spikes per second through a tile.
    private const double TilePicojoules = 1.7;
    private const double XPicojoules = 3.0;
    private const double YPicojoules = 4.0;
    private const double XNanoseconds = 4.1;
    private const double YNanoseconds = 6.5;
    private const double LinkNanoseconds = 1 / 3.44;

    /// <summary>Measures a mapping.</summary>
    public static MappingMeasure Of(MappingCase subject, string method, Ganglion.Compiler.Place.Mapping mapping, double seconds, double processorSeconds)
    {
        Ganglion.Compiler.Partition.Assignment assignment = subject.Assign(mapping.Part);
        CoreGrid grid = subject.Grid;
        PartTraffic traffic = PartTraffic.Of(assignment);
        LinkLoads loads = new(grid);
        loads.Add(traffic, mapping.Place);
        double xHops = 0;
        double yHops = 0;
        double longest = 0;
        for (int part = 0; part < traffic.Parts; part++)
        {
            for (int i = traffic.Start[part]; i < traffic.Start[part + 1]; i++)
            {
                (int a, int b) = (mapping.Place[part], mapping.Place[traffic.Receiver[i]]);
                (int x, int y) = (Math.Abs(grid.X[a] - grid.X[b]), Math.Abs(grid.Y[a] - grid.Y[b]));
                xHops += x * traffic.Messages[i];
                yHops += y * traffic.Messages[i];
                longest = Math.Max(longest, (x * XNanoseconds) + (y * YNanoseconds));
            }
        }

        int cores = Enumerable.Range(0, assignment.Parts).Count(part => !assignment.IsEmpty(part));
        double messages = traffic.Messages.Sum();
        return new MappingMeasure(
            subject.Name, subject.Graph.Vertices, subject.Graph.Pins.Length, $"{grid.Width}x{grid.Height}", method,
            messages, xHops + yHops, loads.Peak, loads.Mean, cores,
            (double)subject.Graph.Vertices / (cores * (double)subject.Limits.Compartments[0]),
            assignment.In.Max(), assignment.Out.Max(),
            (messages * TilePicojoules) + (xHops * XPicojoules) + (yHops * YPicojoules),
            longest + (loads.Peak * LinkNanoseconds), seconds, processorSeconds, GC.GetTotalMemory(false) / 1e6, assignment.Fits());
    }
}
