namespace Ganglion.Perf.Mapping.Networks;

/// <summary>Columns of a cortex-like sheet, each with the eight populations of a cortical microcircuit; populations are numbered one after the other.</summary>
/// <remarks>
/// Sizes, connection probabilities and rates follow Potjans and Diesmann 2014, Cerebral Cortex 24(3), tables 5 and 6. Four of five synapses
/// stay in their column, the others reach a neighbouring one.
/// </remarks>
internal sealed class CorticalNetwork : RowNetwork
{
    private const int ColumnNeurons = 250;
    private const double Near = 0.2;

    private static readonly double[] Sizes = [0.268, 0.0756, 0.284, 0.071, 0.0629, 0.0138, 0.1866, 0.0382];
    private static readonly double[] Hertz = [0.86, 2.9, 4.45, 5.9, 7.6, 8.6, 1.1, 7.8];

    // By source, then by target.
    private static readonly double[][] Probability =
    [
        [0.1009, 0.1346, 0.0077, 0.0691, 0.1004, 0.0548, 0.0156, 0.0364],
        [0.1689, 0.1371, 0.0059, 0.0029, 0.0622, 0.0269, 0.0066, 0.0010],
        [0.0437, 0.0316, 0.0497, 0.0794, 0.0505, 0.0257, 0.0211, 0.0034],
        [0.0818, 0.0515, 0.1350, 0.1597, 0.0057, 0.0022, 0.0166, 0.0005],
        [0.0323, 0.0755, 0.0067, 0.0033, 0.0831, 0.0600, 0.0572, 0.0277],
        [0.0001, 0.0001, 0.0003, 0.0001, 0.3726, 0.3158, 0.0197, 0.0080],
        [0.0076, 0.0042, 0.0453, 0.1057, 0.0204, 0.0086, 0.0396, 0.0658],
        [0.0001, 0.0001, 0.0001, 0.0001, 0.0001, 0.0001, 0.2252, 0.1443],
    ];

    private readonly int _fanOut;
    private readonly int _columns;
    private readonly int _side;
    private readonly int[] _first = new int[Sizes.Length + 1];

    public CorticalNetwork(int neurons, int fanOut, ulong seed)
        : base(neurons, seed)
    {
        _fanOut = fanOut;
        _columns = Math.Max(1, neurons / ColumnNeurons);
        _side = (int)Math.Ceiling(Math.Sqrt(_columns));
        double sum = 0;
        for (int p = 0; p < Sizes.Length; p++)
        {
            sum += Sizes[p];
            _first[p + 1] = p + 1 == Sizes.Length ? neurons : (int)(sum / Sizes.Sum() * neurons);
        }
    }

    public override double Rate(int neuron) => Hertz[PopulationOf(neuron)] * 0.001 * LogNormal(neuron);

    public override void AppendRow(int neuron, List<int> row)
    {
        int source = PopulationOf(neuron);
        int column = ColumnOf(source, neuron);
        double[] weights = [.. Probability[source].Select((p, target) => p * (_first[target + 1] - _first[target]))];
        double total = weights.Sum();
        for (int i = 0; i < _fanOut; i++)
        {
            double at = Unit(neuron, i) * total;
            int target = 0;
            while (target < weights.Length - 1 && at >= weights[target])
            {
                at -= weights[target++];
            }

            int to = Unit(neuron, i + _fanOut) < Near ? Neighbour(column, Draw(neuron, (2 * i) + 1, 4)) : column;
            long size = _first[target + 1] - _first[target];
            int begin = (int)(size * to / _columns);
            int end = (int)(size * (to + 1) / _columns);
            row.Add(_first[target] + begin + Draw(neuron, 2 * i, Math.Max(1, end - begin)));
        }
    }

    private int PopulationOf(int neuron)
    {
        int population = 0;
        while (neuron >= _first[population + 1])
        {
            population++;
        }

        return population;
    }

    private int ColumnOf(int population, int neuron) =>
        (int)((long)(neuron - _first[population]) * _columns / Math.Max(1, _first[population + 1] - _first[population]));

    private int Neighbour(int column, int direction)
    {
        int to = column + (direction switch { 0 => 1, 1 => -1, 2 => _side, _ => -_side });
        return to >= 0 && to < _columns ? to : column;
    }
}
