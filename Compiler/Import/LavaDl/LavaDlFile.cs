using Ganglion.Compiler.Import.Hdf5;
using PureHDF;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>Reads the layers of a file.</summary>
internal sealed class LavaDlFile
{
    private const int MostLayers = 10_000;
    private readonly ImportReport _report;
    private readonly Hdf5Datasets _datasets;

    private LavaDlFile(ImportReport report, Hdf5Datasets datasets) => (_report, _datasets) = (report, datasets);

    /// <summary>Reads them, in the order in which spikes pass them.</summary>
    public static List<LavaDlLayer> Read(string path, ImportReport report) =>
        Hdf5Source.Read(path, LavaDlDiagnostics.Hdf5, report, (file, datasets) => new LavaDlFile(report, datasets).ReadLayers(file));

    private List<LavaDlLayer> ReadLayers(IH5Group file)
    {
        if (!file.LinkExists("layer") || file.Get("layer") is not IH5Group group)
        {
            string[] found = [.. file.Children().Take(10).Select(child => $"'{child.Name}'")];
            throw _report.Fatal(LavaDlDiagnostics.NoLayers, "file", $"no group '/layer', only {string.Join(", ", found)}", "a group '/layer'");
        }

        int count = group.Children().Take(MostLayers + 1).Count();
        if (count > MostLayers)
        {
            throw _report.Fatal(LavaDlDiagnostics.TooLarge, "group '/layer'", $"more than {MostLayers:N0} layers", $"{MostLayers:N0}");
        }

        var layers = new List<LavaDlLayer>();
        for (int index = 0; index < count; index++)
        {
            if (!group.LinkExists($"{index}") || group.Get($"{index}") is not IH5Group layer)
            {
                throw _report.Fatal(LavaDlDiagnostics.NoLayers, "group '/layer'", $"{count} entries, but no group '{index}' among them", "groups '0', '1', '2' and so on");
            }

            if (ReadLayer(layer, index) is { } read)
            {
                layers.Add(read);
            }
        }

        _report.ThrowIfErrors();
        return layers;
    }

    private LavaDlLayer? ReadLayer(IH5Group group, int index)
    {
        if (Text(group, "type", $"layer {index}") is not { } type)
        {
            return null;
        }

        var layer = new LavaDlLayer(index, type);
        if (!LavaDlLayerType.All.TryGetValue(type, out LavaDlLayerType? known))
        {
            _report.Add(LavaDlDiagnostics.UnknownLayer, $"layer {index}", $"type '{type}'", string.Join(", ", LavaDlLayerType.All.Keys.Order(StringComparer.Ordinal)));
            return null;
        }

        foreach (IH5Object child in group.Children())
        {
            if (child is not IH5Dataset dataset || child.Name == "type")
            {
                continue;
            }

            if (known.Required.Contains(child.Name) || known.Optional.Contains(child.Name))
            {
                layer.Numbers[child.Name] = _datasets.Numbers(dataset, layer.PathOf(child.Name));
            }
            else
            {
                _report.Add(LavaDlDiagnostics.Ignored, layer.PathOf(child.Name), $"{type} layers have no such dataset");
            }
        }

        foreach (string missing in known.Required.Where(r => !layer.Numbers.ContainsKey(r)))
        {
            _report.Add(LavaDlDiagnostics.BadParameter, layer.PathOf(missing), "no such dataset", "a dataset of numbers");
        }

        if (known.HasNeurons)
        {
            ReadNeurons(group, layer);
        }

        return layer;
    }

    private void ReadNeurons(IH5Group group, LavaDlLayer layer)
    {
        if (!group.LinkExists("neuron") || group.Get("neuron") is not IH5Group neuron)
        {
            _report.Add(LavaDlDiagnostics.BadParameter, layer.PathOf("neuron"), "no such group", "a group that describes the neurons");
            return;
        }

        layer.NeuronType = Text(neuron, "type", $"{layer.Path}, group 'neuron'");
        foreach (string name in LavaDlLayerType.NeuronNumbers)
        {
            if (neuron.LinkExists(name) && neuron.Get(name) is IH5Dataset dataset)
            {
                layer.Numbers[$"neuron/{name}"] = _datasets.Numbers(dataset, layer.PathOf($"neuron/{name}"));
            }
        }
    }

    private string? Text(IH5Group group, string name, string path)
    {
        if (group.LinkExists(name) && group.Get(name) is IH5Dataset dataset && _datasets.Texts(dataset, $"{path}, dataset '{name}'", 1) is [{ } text])
        {
            return text;
        }

        _report.Add(LavaDlDiagnostics.BadParameter, $"{path}, dataset '{name}'", "no such dataset", "the name of a type");
        return null;
    }
}
