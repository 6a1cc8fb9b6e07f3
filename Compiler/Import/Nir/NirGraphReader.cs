using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.Hdf5;
using PureHDF;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Reads the graph of a file and dissolves its subgraphs.</summary>
internal sealed class NirGraphReader
{
    private readonly ImportReport _report;
    private readonly Hdf5Datasets _datasets;
    private readonly List<NirNode> _nodes = [];
    private readonly List<(int Source, int Target)> _edges = [];

    private NirGraphReader(ImportReport report, Hdf5Datasets datasets)
    {
        _report = report;
        _datasets = datasets;
    }

    /// <summary>Reads a file.</summary>
    public static NirGraph Read(string path, ImportReport report) =>
        Hdf5Source.Read(path, NirDiagnostics.Hdf5, report, (file, datasets) => new NirGraphReader(report, datasets).ReadTop(file));

    private NirGraph ReadTop(IH5Group file)
    {
        if (!file.LinkExists("node") || file.Get("node") is not IH5Group top)
        {
            string[] found = [.. file.Children().Take(10).Select(child => $"'{child.Name}'")];
            throw _report.Fatal(NirDiagnostics.NoGraph, "file", $"no group '/node', only {string.Join(", ", found)}", "a group '/node' of type NIRGraph");
        }

        string? type = Type(top, "group '/node'");
        if (type is not null && type != "NIRGraph")
        {
            _report.Add(NirDiagnostics.NoGraph, "group '/node'", $"type '{type}'", "NIRGraph");
        }

        _report.ThrowIfErrors();
        ReadGraph(top, "", "", 1);
        _report.ThrowIfErrors();
        _edges.Sort();
        foreach ((int source, int target) in _edges.Where((edge, e) => e > 0 && edge == _edges[e - 1]).Distinct())
        {
            _report.Add(NirDiagnostics.DuplicateEdge, $"edge '{_nodes[source].Name}' -> '{_nodes[target].Name}'", "it is listed more than once");
        }

        return new NirGraph(_nodes, _edges);
    }

    /// <summary>Reads a graph and returns its ports.</summary>
    private NirPorts ReadGraph(IH5Group graph, string prefix, string where, int depth)
    {
        if (depth > NirLimits.Nesting)
        {
            throw _report.Fatal(NirDiagnostics.TooLarge, where, $"subgraphs nested {depth} deep", $"{NirLimits.Nesting}");
        }

        var inner = new Dictionary<string, NirPorts>(StringComparer.Ordinal);
        var ports = new NirPorts([], []);
        if (!graph.LinkExists("nodes") || graph.Get("nodes") is not IH5Group nodes)
        {
            _report.Add(NirDiagnostics.NoGraph, where.Length == 0 ? "group '/node'" : where, "no group 'nodes'", "a group 'nodes' with one group per node");
            return ports;
        }

        foreach (IH5Object child in nodes.Children())
        {
            string name = prefix + child.Name;
            if (child is not IH5Group group)
            {
                _report.Add(NirDiagnostics.Ignored, $"'{name}'", "it is no group, so it is no node");
                continue;
            }

            if (Type(group, $"node '{name}'") is not { } type)
            {
                continue;
            }

            if (type == "NIRGraph")
            {
                inner[child.Name] = ReadGraph(group, name + ".", $"node '{name}' ({type})", depth + 1);
                continue;
            }

            int index = ReadNode(group, name, type, isInner: prefix.Length > 0);
            inner[child.Name] = new NirPorts([index], [index]);
            (type switch { "Input" => ports.Inputs, "Output" => ports.Outputs, _ => null })?.Add(index);
        }

        ReadEdges(graph, where, inner);
        return ports;
    }

    private int ReadNode(IH5Group group, string name, string type, bool isInner)
    {
        if (_nodes.Count >= NirLimits.Nodes || name.Length > NirLimits.NameLength)
        {
            throw _report.Fatal(
                NirDiagnostics.TooLarge,
                $"node '{name[..Math.Min(name.Length, 64)]}'",
                $"node number {_nodes.Count + 1:N0}, with a name of {name.Length} characters",
                $"{NirLimits.Nodes:N0} nodes with names of {NirLimits.NameLength} characters");
        }

        var node = new NirNode(name, type) { IsInnerPort = isInner && type is "Input" or "Output" };
        _nodes.Add(node);
        if (!NirNodeType.All.TryGetValue(type, out NirNodeType? known))
        {
            _report.Add(NirDiagnostics.UnknownType, $"node '{name}'", $"type '{type}'", string.Join(", ", NirNodeType.All.Keys.Order(StringComparer.Ordinal)));
            return _nodes.Count - 1;
        }

        foreach (IH5Object child in group.Children())
        {
            if (child is not IH5Dataset dataset || child.Name == "type")
            {
                continue;
            }

            if (!known.Required.Contains(child.Name) && !known.Optional.Contains(child.Name))
            {
                _report.Add(NirDiagnostics.Ignored, node.PathOf(child.Name), $"{type} has no such dataset");
            }
            else if (Hdf5Datasets.IsText(dataset))
            {
                string text = _datasets.Texts(dataset, node.PathOf(child.Name), 1).FirstOrDefault() ?? "";
                node.Texts[child.Name] = text;
                if (child.Name != "padding")
                {
                    _report.Add(NirDiagnostics.BadParameter, node.PathOf(child.Name), $"the text '{text}'", "numbers");
                }
            }
            else
            {
                node.Numbers[child.Name] = _datasets.Numbers(dataset, node.PathOf(child.Name));
            }
        }

        foreach (string missing in known.Required.Where(r => !node.Numbers.ContainsKey(r) && !node.Texts.ContainsKey(r)))
        {
            _report.Add(NirDiagnostics.BadParameter, node.PathOf(missing), "it is missing", $"{type} needs {string.Join(", ", known.Required)}");
        }

        return _nodes.Count - 1;
    }

    private void ReadEdges(IH5Group graph, string where, Dictionary<string, NirPorts> nodes)
    {
        string path = where.Length == 0 ? "dataset 'edges'" : $"{where}, dataset 'edges'";
        if (!graph.LinkExists("edges") || graph.Get("edges") is not IH5Dataset dataset)
        {
            _report.Add(NirDiagnostics.NoGraph, path, "it is missing", "an array of pairs (source, target)");
            return;
        }

        string[] names = _datasets.Texts(dataset, path, 2 * NirLimits.Edges);
        if (names.Length % 2 != 0 || (names.Length > 0 && dataset.Space.Dimensions is not [_, 2]))
        {
            _report.Add(NirDiagnostics.BadParameter, path, $"an array of ({string.Join(", ", dataset.Space.Dimensions)})", "pairs: (edges, 2)");
            return;
        }

        for (int e = 0; e < names.Length; e += 2)
        {
            string edge = where.Length == 0 ? $"edge '{names[e]}' -> '{names[e + 1]}'" : $"{where}, edge '{names[e]}' -> '{names[e + 1]}'";
            int? source = End(names[e], edge, nodes, ports => ports.Outputs, "Output");
            int? target = End(names[e + 1], edge, nodes, ports => ports.Inputs, "Input");
            if (source is { } from && target is { } to)
            {
                _edges.Add((from, to));
            }
        }
    }

    private int? End(string name, string edge, Dictionary<string, NirPorts> nodes, Func<NirPorts, List<int>> side, string port)
    {
        if (!nodes.TryGetValue(name ?? "", out NirPorts? ports))
        {
            string known = string.Join(", ", nodes.Keys.Order(StringComparer.Ordinal).Take(20).Select(n => $"'{n}'"));
            _report.Add(NirDiagnostics.DanglingEdge, edge, $"there is no node '{name}'", known, "correct the edge before writing the graph");
            return null;
        }

        List<int> ends = side(ports);
        if (ends.Count != 1)
        {
            _report.Add(NirDiagnostics.DanglingEdge, edge, $"subgraph '{name}' has {ends.Count} nodes of type {port}", "exactly one");
            return null;
        }

        return ends[0];
    }

    private string? Type(IH5Group group, string path)
    {
        if (group.LinkExists("type") && group.Get("type") is IH5Dataset dataset
            && _datasets.Texts(dataset, $"{path}, dataset 'type'", 1) is [{ } type])
        {
            return type;
        }

        _report.Add(NirDiagnostics.NoGraph, path, "it has no type", "a dataset 'type' with the name of the type");
        return null;
    }
}
