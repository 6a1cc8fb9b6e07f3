namespace Ganglion.Perf.Mapping.Networks;

/// <summary>A chain of equal layers; every neuron reaches random ones of the next layer.</summary>
internal sealed class LayeredNetwork(int neurons, int fanOut, ulong seed) : RowNetwork(neurons, seed)
{
    private const int Layers = 10;

    private readonly int _width = neurons / Layers;

    public override void AppendRow(int neuron, List<int> row)
    {
        int first = ((neuron / _width) + 1) * _width;
        for (int i = 0; i < fanOut && first + _width <= Neurons; i++)
        {
            row.Add(first + Draw(neuron, i, _width));
        }
    }
}
