using System.Collections.Frozen;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>What is known about a type of layer.</summary>
/// <param name="HasNeurons">Whether it has neurons of its own.</param>
/// <param name="Required">Datasets that it must have.</param>
/// <param name="Optional">Datasets that it may have.</param>
internal sealed record LavaDlLayerType(bool HasNeurons, string[] Required, string[] Optional)
{
    /// <summary>Datasets of neurons that are read; the others serve training.</summary>
    public static readonly string[] NeuronNumbers = ["iDecay", "vDecay", "vThMant", "refDelay", "wgtExp", "gradedSpike"];

    /// <summary>The types by name.</summary>
    public static FrozenDictionary<string, LavaDlLayerType> All { get; } = new Dictionary<string, LavaDlLayerType>(StringComparer.Ordinal)
    {
        ["input"] = new(true, ["shape"], ["weight", "bias", "delay"]),
        ["dense"] = new(true, ["weight"], ["shape", "inFeatures", "outFeatures", "bias", "delay", "weight_rec"]),
        ["conv"] = new(true, ["weight"], ["shape", "stride", "padding", "dilation", "groups", "inChannels", "outChannels", "kernelSize", "bias", "delay"]),
        ["pool"] = new(true, ["weight"], ["shape", "kernelSize", "stride", "padding", "dilation", "bias", "delay"]),
        ["flatten"] = new(false, [], ["shape"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
