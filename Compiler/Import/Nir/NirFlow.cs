using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>A path of linear nodes from a population, or from the bias of a node, to the node that it has reached.</summary>
internal sealed class NirFlow
{
    private readonly NirFlow? _before;
    private readonly Connectivity? _stage;
    private readonly int[] _shape;
    private readonly string _name;

    private NirFlow(NirFlow? before, Connectivity? stage, int[] shape, string name, int origin, bool isBias, long numbers)
    {
        _before = before;
        _stage = stage;
        _shape = shape;
        _name = name;
        Origin = origin;
        IsBias = isBias;
        Stages = (before?.Stages ?? 0) + (stage is null ? 0 : 1);
        Numbers = (before?.Numbers ?? 0) + numbers;
        MinimumDelay = (before?.MinimumDelay ?? 0) + (stage?.Delays.Min ?? 0);
    }

    /// <summary>The population from which it comes, or the node whose bias it is.</summary>
    public int Origin { get; }

    /// <summary>Whether it carries a bias, from a single element that is always 1.</summary>
    public bool IsBias { get; }

    /// <summary>Number of linear maps on the way; 0 when what arrives are the spikes themselves.</summary>
    public int Stages { get; }

    /// <summary>Timesteps that the fastest synapse takes.</summary>
    public long MinimumDelay { get; }

    /// <summary>Numbers in the parameters of the maps on the way.</summary>
    public long Numbers { get; }

    /// <summary>What a population emits.</summary>
    public static NirFlow From(int population, string name, int[] shape) => new(null, null, shape, name, population, isBias: false, 0);

    /// <summary>What a bias adds to the values of a node.</summary>
    public static NirFlow FromBias(int node, string name, double[] bias, int[] shape) =>
        new(null, new AllToAll(1, bias.Length, bias, delay: 0), shape, name, node, isBias: true, bias.Length);

    /// <summary>The path continued through a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="map">What it does; <see langword="null"/> when it passes on what it gets.</param>
    /// <param name="shape">Shape of what it emits.</param>
    public NirFlow Through(NirNode node, Connectivity? map, int[] shape) => map is null
        ? new(_before, _stage, shape, _name, Origin, IsBias, Numbers - (_before?.Numbers ?? 0))
        : new(this, map, shape, node.Name, Origin, IsBias, node.Numbers.Values.Sum(array => (long)array.Values.Length));

    /// <summary>The whole path as one map.</summary>
    /// <param name="delay">Timesteps added to those of the path.</param>
    public Connectivity ToConnectivity(int delay)
    {
        var stages = new List<Connectivity>();
        var shapes = new List<IReadOnlyList<int>>();
        for (NirFlow? flow = this; flow is not null; flow = flow._before)
        {
            if (flow._stage is not null)
            {
                stages.Add(flow._stage);
                shapes.Add(flow._shape);
            }
        }

        stages.Reverse();
        shapes.Reverse();
        switch (stages, delay)
        {
            case ([], _):
                return new OneToOne(1.0, delay);
            case ([Connectivity only], 0):
                return only;
            case ([AllToAll dense], _):
                return new AllToAll(dense.SourceCount, dense.TargetCount, dense.Weights, delay);
            case (_, > 0):
                stages.Add(new OneToOne(1.0, delay));
                return new Composed(stages, shapes);
            default:
                return new Composed(stages, [.. shapes.SkipLast(1)]);
        }
    }

    /// <summary>Names of the population and of the nodes on the way, for the projection.</summary>
    public string Route()
    {
        var names = new Stack<string>();
        for (NirFlow? flow = this; flow is not null; flow = flow._before)
        {
            names.Push(flow._name);
        }

        return string.Join(" -> ", names);
    }
}
