using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.Hdf5;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>Builds the network of a sequence of layers.</summary>
/// <remarks>
/// Spikes pass from layer to layer within a timestep, as lava-dl trains them; on a chip every layer takes one. So the spikes of a layer are
/// the same in both, only later, and the biases of all layers begin with the first timestep that the layer sees.
/// </remarks>
internal sealed class LavaDlTranslation(List<LavaDlLayer> layers, LavaDlOptions options, ImportReport report, string file)
{
    private const string Source = "input";
    private const int LongestDelay = 62;
    private readonly NetworkBuilder _builder = new(Path.GetFileNameWithoutExtension(file));
    private string? _before;
    private int[] _shape = [];
    private LavaDlLayer? _delayed;
    private int[] _delays = [0];

    private SourceLocation Location { get; } = new(file);

    /// <summary>Builds it.</summary>
    public Network Run()
    {
        foreach (LavaDlLayer layer in layers)
        {
            if (!TryAdd(layer))
            {
                // What follows has nothing to stand on.
                report.ThrowIfErrors();
            }
        }

        if (_before is null or Source)
        {
            throw report.Fatal(LavaDlDiagnostics.NoLayers, "group '/layer'", "no layer with neurons", "at least one");
        }

        if (_delays.Any(d => d != 0))
        {
            report.Add(LavaDlDiagnostics.Ignored, _delayed!.PathOf("delay"), "no layer follows that would wait");
        }

        return _builder.Output(_before, Location).Build();
    }

    private bool TryAdd(LavaDlLayer layer)
    {
        if (layer.Type == "input")
        {
            return TryAddInput(layer);
        }

        if (_before is null && !TryAddSource(layer))
        {
            return false;
        }

        if (layer.Type == "flatten")
        {
            _shape = [Volume(_shape)];
            return IsAsDeclared(layer, _shape);
        }

        int common = _delays.Length == 1 ? _delays[0] : 0;
        if (LavaDlMaps.Of(layer, _shape, common, report) is not { } map || !IsSmall(layer, map.OutputShape) || !IsAsDeclared(layer, map.OutputShape)
            || LavaDlNeurons.Of(layer, map.OutputShape, null, report) is not { } neurons || Delays(layer, map.OutputShape) is not { } delays)
        {
            return false;
        }

        Connectivity connectivity = _delays.Length == 1 ? map.Connectivity : new Composed([new OneToOne([1.0], _delays), map.Connectivity], [_shape]);
        _builder.AddPopulation(layer.Name, map.OutputShape, neurons, location: Location);
        _builder.Connect(_before!, layer.Name, connectivity, unit: map.Unit, location: Location);
        (_before, _shape, _delayed, _delays) = (layer.Name, map.OutputShape, layer, delays);
        return !layer.Numbers.ContainsKey("weight_rec") || TryAddRecurrence(layer);
    }

    private bool TryAddRecurrence(LavaDlLayer layer)
    {
        int common = _delays.Length == 1 ? _delays[0] : 0;
        if (LavaDlMaps.Dense(layer, "weight_rec", _shape, common + 1, report) is not { } map)
        {
            return false;
        }

        if (Volume(map.OutputShape) != Volume(_shape))
        {
            report.Add(LavaDlDiagnostics.ShapeMismatch, layer.PathOf("weight_rec"), $"{Volume(map.OutputShape)} outputs", $"{Volume(_shape)}");
            return false;
        }

        Connectivity connectivity = _delays.Length == 1 ? map.Connectivity : new Composed([new OneToOne([1.0], _delays), map.Connectivity], [_shape]);
        _builder.Connect(layer.Name, layer.Name, connectivity, unit: map.Unit, location: Location);
        return true;
    }

    private bool TryAddInput(LavaDlLayer layer)
    {
        if (_before is not null)
        {
            report.Add(LavaDlDiagnostics.UnknownLayer, layer.Path, $"an input layer at place {layer.Index}", "an input layer at the beginning");
            return false;
        }

        if (LavaDlIntegers.Read(layer, "shape", null, 1, NirLimits.Neurons, report) is not { } shape || !IsSmall(layer, shape) || Delays(layer, shape) is not { } delays)
        {
            return false;
        }

        (_before, _shape, _delayed, _delays) = (layer.Name, shape, layer, delays);
        IReadOnlyList<int>? bias = options.InputBias ?? (options.Image is { } image ? LavaDlNeurons.BiasOf(layer, image, report) : null);
        if (bias is null)
        {
            report.Add(LavaDlDiagnostics.InputIsSource, layer.Path, $"its {Volume(shape):N0} neurons are a source; no image drives them");
            _builder.AddSource(layer.Name, shape, new ExternalSource(), Location);
            return true;
        }

        if (bias.Count != Volume(shape))
        {
            report.Add(LavaDlDiagnostics.ShapeMismatch, layer.Path, $"an image of {bias.Count} values", $"one for each of {Volume(shape)} neurons");
            return false;
        }

        if (LavaDlNeurons.Of(layer, shape, bias, report) is not { } neurons)
        {
            return false;
        }

        _builder.AddPopulation(layer.Name, shape, neurons, location: Location);
        return true;
    }

    /// <summary>The source of a network whose input layer is not in the file.</summary>
    private bool TryAddSource(LavaDlLayer layer)
    {
        if (layer.Type != "dense")
        {
            report.Add(LavaDlDiagnostics.ShapeMismatch, layer.Path, "it is the first layer, so the size of its input is not known", "an input or dense layer before it");
            return false;
        }

        Hdf5Array weight = layer.Numbers["weight"];
        int[]? inputs = layer.Numbers.ContainsKey("inFeatures") || weight.Shape.Length < 2
            ? LavaDlIntegers.Read(layer, "inFeatures", null, 1, NirLimits.Neurons, report)
            : [weight.Shape[1]];
        if (inputs is null || !IsSmall(layer, [inputs[0]]))
        {
            return false;
        }

        (_before, _shape) = (Source, [inputs[0]]);
        _builder.AddSource(Source, _shape, new ExternalSource(), Location);
        return true;
    }

    private int[]? Delays(LavaDlLayer layer, int[] shape) => LavaDlIntegers.PerNeuron(layer, "delay", 0, 0, LongestDelay, shape, report);

    private bool IsSmall(LavaDlLayer layer, int[] shape)
    {
        double count = shape.Aggregate(1.0, (product, extent) => product * extent);
        if (count is >= 1 and <= NirLimits.Neurons)
        {
            return true;
        }

        report.Add(LavaDlDiagnostics.TooLarge, layer.Path, $"a shape of ({string.Join(", ", shape)})", $"1 to {NirLimits.Neurons:N0} neurons");
        return false;
    }

    private bool IsAsDeclared(LavaDlLayer layer, int[] shape)
    {
        if (!layer.Numbers.TryGetValue("shape", out Hdf5Array? declared) || declared.Values.Aggregate(1.0, (product, extent) => product * extent) == Volume(shape))
        {
            return true;
        }

        report.Add(LavaDlDiagnostics.ShapeMismatch, layer.PathOf("shape"), $"({string.Join(", ", declared.Values)})", $"as many elements as ({string.Join(", ", shape)})");
        return false;
    }

    private static int Volume(int[] shape) => shape.Aggregate(1, (product, extent) => product * extent);
}
