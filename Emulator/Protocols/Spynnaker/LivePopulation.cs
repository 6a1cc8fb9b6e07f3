using Ganglion.Protocols.Sdp;

namespace Ganglion.Protocols.Spynnaker;

/// <summary>A population as clients of sPyNNaker see it: a label, a run of keys, and a core that takes its events.</summary>
/// <param name="Label">The label by which clients ask for it.</param>
/// <param name="Neurons">Its neurons, at least 1.</param>
/// <param name="FirstKey">The key of its first neuron; the others follow.</param>
/// <param name="Core">Where clients send events for it.</param>
/// <param name="SendsEvents">Whether its spikes leave the machine.</param>
public sealed record LivePopulation(string Label, int Neurons, uint FirstKey, SdpAddress Core, bool SendsEvents)
{
    /// <summary>Cores of a chip that have a number in SDP and are not the monitor.</summary>
    private const int CoresPerChip = 17;

    /// <summary>Bits of a key below those that tell the population, at least.</summary>
    private const int LeastKeyBits = 16;

    /// <summary>Gives populations keys and cores, in order: runs that begin at a multiple of their length, rounded up to a power of two of at least 65,536.</summary>
    /// <param name="populations">Label, number of neurons, and whether the spikes leave the machine.</param>
    /// <returns>The populations; <see langword="null"/> when there are not enough keys or cores for them.</returns>
    public static IReadOnlyList<LivePopulation>? Arrange(IReadOnlyList<(string Label, int Neurons, bool SendsEvents)> populations)
    {
        var arranged = new LivePopulation[populations.Count];
        ulong next = 1UL << LeastKeyBits;
        for (int i = 0; i < arranged.Length; i++)
        {
            (string label, int neurons, bool sends) = populations[i];
            ulong run = 1UL << KeyBits(neurons);
            ulong first = (next + run - 1) / run * run;
            next = first + run;
            int chip = i / CoresPerChip;
            if (next > 1UL << 32 || chip > ushort.MaxValue)
            {
                return null;
            }

            var core = new SdpAddress((byte)chip, (byte)(chip >> 8), (byte)(1 + (i % CoresPerChip)), 0);
            arranged[i] = new LivePopulation(label, neurons, (uint)first, core, sends);
        }

        return arranged;
    }

    private static int KeyBits(int neurons) => Math.Max(LeastKeyBits, 32 - int.LeadingZeroCount(neurons - 1));
}
