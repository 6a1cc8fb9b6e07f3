using System.IO.Hashing;
using System.Text;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Reads which neurons of two populations are connected.</summary>
internal sealed class ConnectivityReader(IReadOnlyList<int> source, IReadOnlyList<int> target, bool shapesAreKnown, string projection)
{
    private readonly int _sources = (int)Math.Min(source.Volume(), int.MaxValue);
    private readonly int _targets = (int)Math.Min(target.Volume(), int.MaxValue);

    /// <summary>The weights that were read.</summary>
    public WeightRange Weights { get; } = new();

    /// <summary>The connectivity, or <see langword="null"/> when it cannot be told.</summary>
    public Connectivity? Read(YamlMapping mapping)
    {
        string? kind = mapping.ExactlyOne("oneToOne", "allToAll", "random", "explicit", "convolution");
        if (kind is null)
        {
            return null;
        }

        YamlMapping body = mapping.Required(kind).AsMapping();
        Connectivity? connectivity = kind switch
        {
            "oneToOne" => ReadOneToOne(body),
            "allToAll" => ReadAllToAll(body),
            "random" => ReadRandom(body),
            "explicit" => ReadExplicit(body),
            _ => ReadConvolution(body),
        };
        body.RejectUnknownKeys();
        return connectivity;
    }

    private OneToOne ReadOneToOne(YamlMapping body)
    {
        PerNeuron weights = Required(body, "weight") is { } node ? node.AsPerNeuron(SourcesOr(node), ReadWeight) : 0;
        IReadOnlyList<int> delays = body.Optional("delay") is { } delay ? delay.AsIntegers(SourcesOr(delay)) : [1];
        return new OneToOne(weights.ToList(), delays);
    }

    private AllToAll ReadAllToAll(YamlMapping body)
    {
        int delay = ReadDelay(body);
        return Required(body, "weight") switch
        {
            null => new AllToAll(_sources, _targets, 0, delay),
            YamlSequence matrix => new AllToAll(_sources, _targets, ReadMatrix(matrix), delay),
            YamlNode weight => new AllToAll(_sources, _targets, ReadWeight(weight), delay),
        };
    }

    private double[] ReadMatrix(YamlSequence matrix)
    {
        NestedList list = NestedList.Read(matrix, depth: 2, ReadWeight);
        if (shapesAreKnown && list.IsRectangular && (list.Shape[0] != _targets || list.Shape[1] != _sources))
        {
            matrix.Report(NetYamlDiagnostics.ValueCount, $"a matrix of {list.Shape[0]} rows and {list.Shape[1]} columns", $"{_targets} rows (targets) and {_sources} columns (sources)");
        }

        return list.Values;
    }

    private RandomConnectivity ReadRandom(YamlMapping body)
    {
        Distribution weight = DistributionReader.Read(Required(body, "weight"));
        Weights.Include(weight.Range.Min);
        Weights.Include(weight.Range.Max);
        return new RandomConnectivity
        {
            SourceCount = _sources,
            TargetCount = _targets,
            Probability = Required(body, "probability")?.AsDouble(0, 1) ?? 0,
            Weight = weight,
            Delay = body.Optional("delay") is { } delay ? DistributionReader.Read(delay) : new Constant(1),
            Seed = (ulong?)body.Optional("seed")?.AsInt64(0) ?? XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(projection)),
            AllowSelf = body.Optional("allowSelf")?.AsBoolean() ?? true,
        };
    }

    private Explicit? ReadExplicit(YamlMapping body)
    {
        var synapses = new List<(int Source, Synapse Synapse)>();
        foreach (YamlNode item in Required(body, "synapses")?.AsSequence() ?? [])
        {
            IReadOnlyList<YamlNode> parts = item.AsSequence(3, 4);
            if (parts.Count > 0)
            {
                int from = shapesAreKnown ? parts[0].AsNeuron(_sources) : parts[0].AsInt32(0);
                int to = shapesAreKnown ? parts[1].AsNeuron(_targets) : parts[1].AsInt32(0);
                int delay = parts.Count == 4 ? parts[3].AsInt32(0, Connectivity.MaximumDelay) : 1;
                synapses.Add((from, new Synapse(to, ReadWeight(parts[2]), delay)));
            }
        }

        return shapesAreKnown && synapses.TrueForAll(s => s.Source < _sources) && _sources <= NetworkLimits.MaximumNeurons
            ? Explicit.FromSynapses(_sources, synapses)
            : null;
    }

    private Convolution ReadConvolution(YamlMapping body)
    {
        int depth = shapesAreKnown && source.Count is 2 or 3 ? source.Count + 1 : 0;
        NestedList kernel = Required(body, "kernel") is { } node ? NestedList.Read(node, depth, ReadWeight) : new NestedList([], []);
        return new Convolution(
            source,
            kernel.Shape,
            kernel.Values,
            body.Optional("stride")?.AsAxes(1),
            body.Optional("padding")?.AsAxes(0),
            body.Optional("dilation")?.AsAxes(1),
            body.Optional("groups")?.AsInt32(1) ?? 1,
            ReadDelay(body));
    }

    private static YamlNode? Required(YamlMapping body, string key) => body.Required(key) is { IsAbsent: false } node ? node : null;

    private static int ReadDelay(YamlMapping body) => body.Optional("delay")?.AsInt32(0, Connectivity.MaximumDelay) ?? 1;

    private double ReadWeight(YamlNode node) => Weights.Include(node.AsDouble());

    private int SourcesOr(YamlNode list) => shapesAreKnown ? _sources : (list as YamlSequence)?.Items.Count ?? 1;
}
