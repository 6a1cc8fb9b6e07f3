namespace Ganglion.Perf.Mapping.Networks;

/// <summary>A sheet of neurons, numbered row by row, that reach their surroundings, and with one synapse in ten any neuron (Watts and Strogatz 1998, Nature 393).</summary>
internal sealed class SmallWorldNetwork(int neurons, int fanOut, ulong seed) : RowNetwork(neurons, seed)
{
    private const double Rewired = 0.1;

    private readonly int _side = (int)Math.Ceiling(Math.Sqrt(neurons));
    private readonly int _reach = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(fanOut) * 0.75));

    public override void AppendRow(int neuron, List<int> row)
    {
        (int y, int x) = Math.DivRem(neuron, _side);
        int span = (2 * _reach) + 1;
        for (int i = 0; i < fanOut; i++)
        {
            if (Unit(neuron, i) < Rewired)
            {
                row.Add(Draw(neuron, 2 * i, Neurons));
                continue;
            }

            int ty = (y + Draw(neuron, 2 * i, span) - _reach + _side) % _side;
            int tx = (x + Draw(neuron, (2 * i) + 1, span) - _reach + _side) % _side;
            if ((ty * _side) + tx < Neurons)
            {
                row.Add((ty * _side) + tx);
            }
        }
    }
}
