using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>Reads edges, and gathers them into projections of one weight format each.</summary>
/// <remarks>
/// A weight w adds w·64 to the chip's integer potential, so mantissa·2^exponent = w. Mixed signs would drop the lowest bit of odd
/// mantissas; hence each sign has a projection of its own, weights of 0 with the excitatory ones.
/// </remarks>
internal sealed class SanaFeEdgeReader(SanaFeGroupReader groups)
{
    private const int LargestMantissa = 255;
    private const int LargestExponent = 7;

    // In the order of the file, so that equal files make equal networks.
    private readonly Dictionary<Key, List<(int Source, Synapse Synapse)>> _projections = [];
    private readonly List<Key> _order = [];

    /// <summary>Reads one edge between neurons, or between all neurons of two groups.</summary>
    public void Read(YamlEntry entry)
    {
        string[] ends = entry.Key.Split("->");
        if (ends.Length != 2 || SanaFeAddress.TryParse(ends[0]) is not { } from || SanaFeAddress.TryParse(ends[1]) is not { } to
            || from.First is null != to.First is null || (from.First is { } a && a != from.Last) || (to.First is { } b && b != to.Last))
        {
            entry.Value.Document.Violations.Add(SanaFeDiagnostics.Address, entry.KeyLocation, $"the edge '{entry.Key}'", "source.0 -> target.1, or source -> target");
            return;
        }

        var attributes = new SanaFeAttributes(entry.Value);
        YamlNode? weight = attributes.Optional("weight", "w");
        YamlNode? type = attributes.Optional("type");
        attributes.Optional("delay", "d")?.AsZero("a synaptic delay", "no delay: a spike acts in the next timestep");
        attributes.RejectUnknown();
        bool sourceFound = groups.TryFind(from, entry, out SanaFeGroup? source, out int first, out _);
        bool targetFound = groups.TryFind(to, entry, out SanaFeGroup? target, out int targetNeuron, out _);
        if (weight is null)
        {
            entry.Value.Report(YamlDiagnostics.MissingKey, "key 'weight' is missing", remedy: "add 'weight:'");
        }
        else if (from.First is null)
        {
            ReadDense(entry, type, weight, source, target);
        }
        else if (type is not null)
        {
            type.Report(SanaFeDiagnostics.Unsupported, "a type on an edge between two neurons", "a type on edges between groups");
        }
        else
        {
            (int mantissa, int exponent) = ReadWeight(weight);
            if (sourceFound && targetFound)
            {
                Add(source!, first, target!, targetNeuron, mantissa, exponent);
            }
        }
    }

    /// <summary>Adds the projections to a builder.</summary>
    public void AddTo(NetworkBuilder builder, bool isMapped)
    {
        foreach (Key key in _order)
        {
            builder.Connect(
                key.Source.Name,
                key.Target.Name,
                Explicit.FromSynapses(key.Source.Count, _projections[key]),
                unit: new IntegerWeights(8, key.Exponent, key.Sign),
                encoding: isMapped ? key.Encoding : null);
        }
    }

    private void ReadDense(YamlEntry entry, YamlNode? type, YamlNode weight, SanaFeGroup? source, SanaFeGroup? target)
    {
        if (type?.AsString() != "dense")
        {
            (type ?? entry.Value).Report(SanaFeDiagnostics.Unsupported, "an edge between groups that is not dense", "type: dense", "write it out as edges between neurons");
            return;
        }

        IReadOnlyList<YamlNode> weights = weight.AsSequence();
        if (source is null || target is null || weight is not YamlSequence)
        {
            return;
        }

        if (weights.Count != (long)source.Count * target.Count)
        {
            weight.Report(
                SanaFeDiagnostics.Neurons, $"{weights.Count} weights", $"{(long)source.Count * target.Count}: {source.Count} sources × {target.Count} targets, source by source");
            return;
        }

        for (int i = 0; i < weights.Count; i++)
        {
            (int mantissa, int exponent) = ReadWeight(weights[i]);
            Add(source, i / target.Count, target, i % target.Count, mantissa, exponent);
        }
    }

    private static (int Mantissa, int Exponent) ReadWeight(YamlNode node)
    {
        double weight = node.AsDouble();
        for (int exponent = 0; exponent <= LargestExponent; exponent++)
        {
            double mantissa = Math.ScaleB(weight, -exponent);
            if (double.IsInteger(mantissa) && Math.Abs(mantissa) <= LargestMantissa)
            {
                return ((int)mantissa, exponent);
            }
        }

        node.Report(SanaFeDiagnostics.NotExact, $"the weight {weight}", $"a whole number up to {LargestMantissa} in magnitude, or such a number times a power of two up to {1 << LargestExponent}");
        return (0, 0);
    }

    private void Add(SanaFeGroup source, int sourceNeuron, SanaFeGroup target, int targetNeuron, int mantissa, int exponent)
    {
        SignMode sign = mantissa >= 0 ? SignMode.Excitatory : SignMode.Inhibitory;
        var key = new Key(source, target, sign, exponent, target.Encodings[targetNeuron]);
        if (!_projections.TryGetValue(key, out List<(int Source, Synapse Synapse)>? synapses))
        {
            _projections[key] = synapses = [];
            _order.Add(key);
        }

        synapses.Add((sourceNeuron, new Synapse(targetNeuron, mantissa, 1)));
    }

    private sealed record Key(SanaFeGroup Source, SanaFeGroup Target, SignMode Sign, int Exponent, RowForm Encoding);
}
