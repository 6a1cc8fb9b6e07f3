namespace Ganglion.Cores.Tests.Xylo;

/// <summary>The slow and obvious Xylo: one addition per spike and synapse, one compartment after the other.</summary>
internal sealed class PlainXylo(int compartments)
{
    /// <summary>Synapses of every axon: target, synapse state, weight.</summary>
    public List<(int Target, int State, int Weight)>[] Axons { get; init; } = [];

    public int InputAxons { get; init; }

    public int[][] SynapseDash { get; init; } = [new int[compartments], new int[compartments]];

    public int[] MembraneDash { get; init; } = new int[compartments];

    public int[] Threshold { get; init; } = new int[compartments];

    public int[] Bias { get; init; } = new int[compartments];

    public int[] MaximumSpikes { get; init; } = new int[compartments];

    public int[] Alias { get; init; } = new int[compartments];

    public int[][] Current { get; } = [new int[compartments], new int[compartments]];

    public int[] V { get; } = new int[compartments];

    public int[] Spikes { get; private set; } = new int[compartments];

    public long SynapticEvents { get; private set; }

    /// <summary>One timestep.</summary>
    /// <param name="events">Spikes of every axon in the timestep before.</param>
    /// <returns>Whether anything received, fired or changed.</returns>
    public bool Step(int[] events)
    {
        string before = State();
        long eventsBefore = SynapticEvents;
        for (int axon = 0; axon < events.Length; axon++)
        {
            for (int spike = 0; spike < Math.Min(events[axon], axon < InputAxons ? 15 : 31); spike++)
            {
                foreach ((int target, int state, int weight) in Axons[axon])
                {
                    Current[state][target] = Saturate(Current[state][target] + weight);
                    SynapticEvents++;
                }
            }
        }

        Spikes = new int[compartments];
        for (int c = 0; c < compartments; c++)
        {
            Update(c);
        }

        return State() != before || SynapticEvents != eventsBefore || Spikes.Any(spikes => spikes > 0);
    }

    private void Update(int c)
    {
        Current[0][c] = Saturate(Current[0][c] - Decay(Current[0][c], SynapseDash[0][c]));
        Current[1][c] = Saturate(Current[1][c] - Decay(Current[1][c], SynapseDash[1][c]));
        int change = Saturate(-Decay(V[c], MembraneDash[c]));
        change = Saturate(change + (Current[0][c] + Current[1][c]));
        change = Saturate(change + Bias[c]);
        V[c] = Saturate(V[c] + change);
        while (V[c] >= Threshold[c] && Spikes[c] < MaximumSpikes[c])
        {
            V[c] = Saturate(V[c] - Threshold[c]);
            Spikes[c]++;
        }

        if (Alias[c] >= 0)
        {
            Spikes[Alias[c]] = Math.Min(Spikes[Alias[c]] + Spikes[c], 31);
        }
    }

    private string State() => string.Join(' ', Current[0].Concat(Current[1]).Concat(V));

    private static int Decay(int x, int dash)
    {
        int shifted = (int)Math.Floor(x / Math.Pow(2, dash));
        return shifted == 0 ? Math.Sign(x) : shifted;
    }

    private static int Saturate(int x) => x > 32767 ? 32767 : x < -32768 ? -32768 : x;
}
