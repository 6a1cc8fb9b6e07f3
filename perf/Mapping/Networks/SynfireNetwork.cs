namespace Ganglion.Perf.Mapping.Networks;

/// <summary>Chains of pools, each of which excites the next (Abeles 1991, Corticonics); pools of all chains are numbered in turn, and chains are closed.</summary>
internal sealed class SynfireNetwork(int neurons, int fanOut, ulong seed) : RowNetwork(neurons, seed)
{
    private const int Chains = 8;

    private readonly int _pool = Math.Max(4, Math.Min(100, fanOut));

    public override void AppendRow(int neuron, List<int> row)
    {
        int pools = Math.Max(Chains, Neurons / _pool);
        int pool = neuron / _pool;
        int next = pool + Chains < pools ? pool + Chains : pool % Chains;
        for (int i = 0; i < fanOut; i++)
        {
            row.Add(Math.Min(Neurons - 1, (next * _pool) + Draw(neuron, i, _pool)));
        }
    }
}
