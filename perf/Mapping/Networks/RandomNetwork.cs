namespace Ganglion.Perf.Mapping.Networks;

/// <summary>Every neuron reaches random others: nothing to find, so what mappers gain here is what rates and packing give.</summary>
internal sealed class RandomNetwork(int neurons, int fanOut, ulong seed) : RowNetwork(neurons, seed)
{
    public override void AppendRow(int neuron, List<int> row)
    {
        for (int i = 0; i < fanOut; i++)
        {
            row.Add(Draw(neuron, i, Neurons));
        }
    }
}
