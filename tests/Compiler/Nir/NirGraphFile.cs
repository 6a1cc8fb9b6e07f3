using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.Nir;
using PureHDF;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>Writes NIR files for tests.</summary>
internal sealed class NirGraphFile
{
    private readonly List<(string Source, string Target)> _edges = [];

    /// <summary>The groups of the nodes.</summary>
    public H5Group Nodes { get; } = [];

    /// <summary>Adds a node.</summary>
    public NirGraphFile Node(string name, string type, params (string Name, object Value)[] datasets)
    {
        var group = new H5Group { ["type"] = type };
        foreach ((string dataset, object value) in datasets)
        {
            group[dataset] = value;
        }

        Nodes[name] = group;
        return this;
    }

    /// <summary>Adds a node of type Input.</summary>
    public NirGraphFile Input(string name, params long[] shape) => Node(name, "Input", ("shape", shape));

    /// <summary>Adds a node of type Output.</summary>
    public NirGraphFile Output(string name, params long[] shape) => Node(name, "Output", ("shape", shape));

    /// <summary>Adds a subgraph.</summary>
    public NirGraphFile Node(string name, NirGraphFile graph)
    {
        Nodes[name] = graph.ToGroup();
        return this;
    }

    /// <summary>Adds edges along a path, e.g. <c>input, fc, lif, output</c>.</summary>
    public NirGraphFile Path(params string[] nodes)
    {
        for (int n = 1; n < nodes.Length; n++)
        {
            _edges.Add((nodes[n - 1], nodes[n]));
        }

        return this;
    }

    /// <summary>Writes the file and imports it.</summary>
    public NirImport Import(NirOptions? options = null)
    {
        string path = Write();
        try
        {
            return NirReader.ReadFile(path, options);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes the file and expects a refusal.</summary>
    public IReadOnlyList<Diagnostic> Refusal(NirOptions? options = null) =>
        Assert.Throws<InvalidInputException>(() => Import(options)).Diagnostics;

    /// <summary>Writes the file to a new temporary path.</summary>
    public string Write()
    {
        string path = System.IO.Path.GetTempFileName();
        new H5File { ["version"] = "1.0.8", ["node"] = ToGroup() }.Write(path);
        return path;
    }

    private H5Group ToGroup()
    {
        var edges = new string[_edges.Count, 2];
        for (int e = 0; e < _edges.Count; e++)
        {
            (edges[e, 0], edges[e, 1]) = _edges[e];
        }

        return new H5Group { ["type"] = "NIRGraph", ["nodes"] = Nodes, ["edges"] = edges };
    }
}
