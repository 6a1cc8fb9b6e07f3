using Ganglion.ChipSpec.Image;

namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>Arbitrary sums from plain spikes: one source neuron per power of two and sign, which fires as often as it takes.</summary>
internal sealed class GradedDigits
{
    private const int Bits = 15;

    private readonly List<uint> _words = [];
    private readonly List<(long Timestep, int Neuron)> _spikes = [];

    /// <summary>Rows of one synapse each, one per source neuron.</summary>
    public SynapseRow[] Rows => [.. _words.Select((_, index) => new SynapseRow(index, 1, 0, RowForm.Sparse, RowForm.Sparse))];

    /// <summary>Words of <see cref="Rows"/>.</summary>
    public uint[] Words => [.. _words];

    /// <summary>Adds the source neurons of an input. A value of step k is sent in timestep k − 1.</summary>
    public void Add(GradedInput input)
    {
        int first = _words.Count;
        for (int digit = 0; digit < 2 * Bits; digit++)
        {
            int weight = digit < Bits ? 1 << digit : -(1 << (digit - Bits));
            _words.Add(((uint)weight << 16) | (uint)input.Accumulator);
        }

        for (int step = 0; step < input.Values.Length; step++)
        {
            int rest = Math.Abs(input.Values[step]);
            for (int bit = Bits - 1; bit >= 0; bit--)
            {
                int neuron = first + bit + (input.Values[step] < 0 ? Bits : 0);
                _spikes.AddRange(Enumerable.Repeat(((long)step, neuron), rest >> bit));
                rest &= (1 << bit) - 1;
            }
        }
    }

    /// <summary>The source that fires on core 0 of an image.</summary>
    /// <param name="population">Index of its population.</param>
    public SourceImage Source(int population)
    {
        (long Timestep, int Neuron)[] spikes = [.. _spikes.Order()];
        return new SourceImage
        {
            Population = population,
            Kind = SourceKind.List,
            SpikeTimesteps = [.. spikes.Select(spike => spike.Timestep)],
            SpikeNeurons = [.. spikes.Select(spike => spike.Neuron)],
            AxonsOut = new AxonTable
            {
                First = [.. Enumerable.Range(0, _words.Count + 1)],
                Core = new int[_words.Count],
                Axon = [.. Enumerable.Range(0, _words.Count)],
            },
        };
    }
}
