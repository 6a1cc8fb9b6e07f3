namespace Ganglion.Perf.Mapping.Networks;

/// <summary>Six layers of feature maps, each joined to the next by windows of 3 × 3; maps are numbered one after the other.</summary>
internal sealed class ConvolutionalNetwork(int neurons, int fanOut, ulong seed) : RowNetwork(neurons, seed)
{
    private const int Layers = 6;
    private const int Window = 9;

    private readonly int _maps = Math.Max(2, fanOut / Window);
    private readonly int _side = Math.Max(3, (int)Math.Sqrt((double)neurons / Layers / Math.Max(2, fanOut / Window)));

    public override void AppendRow(int neuron, List<int> row)
    {
        int plane = _side * _side;
        int layer = plane * _maps;
        int first = ((neuron / layer) + 1) * layer;
        (int y, int x) = Math.DivRem(neuron % plane, _side);
        for (int map = 0; map < _maps; map++)
        {
            for (int i = 0; i < Window; i++)
            {
                (int ty, int tx) = (y + (i / 3) - 1, x + (i % 3) - 1);
                int target = first + (map * plane) + (ty * _side) + tx;
                if (ty >= 0 && ty < _side && tx >= 0 && tx < _side && target < Neurons)
                {
                    row.Add(target);
                }
            }
        }
    }
}
