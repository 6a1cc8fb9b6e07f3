using PureHDF;

namespace Ganglion.Compiler.Export;

/// <summary>Nodes and edges of a graph, and the file that they make.</summary>
internal sealed class NirGraphBuilder
{
    /// <summary>Version of the reference package whose layout the files have.</summary>
    private const string Version = "1.0.8";

    private readonly H5Group _nodes = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Target)> _edges = [];

    /// <summary>Reserves a name for a node, or one like it where it is taken; what HDF5 does not allow in a name is replaced.</summary>
    public string Name(string wanted)
    {
        string allowed = wanted.Replace('/', '_').Trim('.', ' ');
        allowed = allowed.Length == 0 ? "node" : allowed;
        string name = allowed;
        for (int copy = 2; !_names.Add(name); copy++)
        {
            name = $"{allowed}_{copy}";
        }

        return name;
    }

    /// <summary>Adds a node.</summary>
    public void Add(string name, string type, IEnumerable<KeyValuePair<string, object>> datasets)
    {
        var group = new H5Group { ["type"] = type };
        foreach ((string dataset, object value) in datasets)
        {
            group[dataset] = value;
        }

        _nodes[name] = group;
    }

    /// <summary>Adds an edge.</summary>
    public void Connect(string source, string target) => _edges.Add((source, target));

    /// <summary>The file.</summary>
    public H5File ToFile()
    {
        var edges = new string[_edges.Count, 2];
        for (int e = 0; e < _edges.Count; e++)
        {
            (edges[e, 0], edges[e, 1]) = _edges[e];
        }

        return new H5File
        {
            ["version"] = Version,
            ["node"] = new H5Group { ["type"] = "NIRGraph", ["nodes"] = _nodes, ["edges"] = edges },
        };
    }
}
