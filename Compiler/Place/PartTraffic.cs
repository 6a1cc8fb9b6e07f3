using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>Messages per timestep between parts, by sender.</summary>
/// <param name="Start">First receiver of every part, and their number at the end.</param>
/// <param name="Receiver">Receiving parts, ascending, other than the sender.</param>
/// <param name="Messages">Messages per timestep.</param>
internal sealed record PartTraffic(int[] Start, int[] Receiver, double[] Messages)
{
    /// <summary>Number of parts.</summary>
    public int Parts => Start.Length - 1;

    /// <summary>Sums the messages of an assignment.</summary>
    public static PartTraffic Of(Assignment assignment)
    {
        SpikeGraph graph = assignment.Graph;
        var sums = new Dictionary<int, double>[assignment.Parts];
        for (int edge = 0; edge < graph.Edges; edge++)
        {
            if (graph.Source[edge] < 0)
            {
                continue;
            }

            int home = assignment.Part[graph.Source[edge]];
            Dictionary<int, double> sent = sums[home] ??= [];
            foreach (int part in assignment.Reached(edge))
            {
                if (part != home)
                {
                    sent[part] = sent.GetValueOrDefault(part) + graph.Rate[edge];
                }
            }
        }

        return Of(sums);
    }

    /// <summary>Gathers messages given by sender and receiver.</summary>
    public static PartTraffic Of(Dictionary<int, double>?[] sums)
    {
        int[] start = new int[sums.Length + 1];
        List<int> receiver = [];
        List<double> messages = [];
        for (int part = 0; part < sums.Length; part++)
        {
            foreach ((int to, double rate) in (sums[part] ?? []).OrderBy(pair => pair.Key))
            {
                receiver.Add(to);
                messages.Add(rate);
            }

            start[part + 1] = receiver.Count;
        }

        return new PartTraffic(start, [.. receiver], [.. messages]);
    }

    /// <summary>Messages in either direction, since the way back is as long as the way there.</summary>
    public PartTraffic Symmetric()
    {
        Dictionary<int, double>[] sums = [.. Enumerable.Range(0, Parts).Select(_ => new Dictionary<int, double>())];
        for (int part = 0; part < Parts; part++)
        {
            for (int i = Start[part]; i < Start[part + 1]; i++)
            {
                sums[part][Receiver[i]] = sums[part].GetValueOrDefault(Receiver[i]) + Messages[i];
                sums[Receiver[i]][part] = sums[Receiver[i]].GetValueOrDefault(part) + Messages[i];
            }
        }

        return Of(sums);
    }
}
