using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.CommandLine.Emulation;

/// <summary>A plastic projection that is sampled.</summary>
/// <param name="Projection">The projection.</param>
/// <param name="Variable">What of it.</param>
/// <param name="Every">Timesteps from one sample to the next, at least 1.</param>
/// <param name="FileName">Name of the file that receives the samples.</param>
internal sealed record LearningProbe(ProjectionImage Projection, RuleVariable Variable, int Every, string FileName)
{
    /// <summary>What can be sampled, by the word that names it.</summary>
    public static IReadOnlyDictionary<string, RuleVariable> Words { get; } = new Dictionary<string, RuleVariable>(StringComparer.Ordinal)
    {
        ["weights"] = RuleVariable.Weight,
        ["tags"] = RuleVariable.Tag,
        ["delays"] = RuleVariable.Delay,
        ["x1"] = RuleVariable.X1,
        ["x2"] = RuleVariable.X2,
        ["y1"] = RuleVariable.Y1,
        ["y2"] = RuleVariable.Y2,
        ["y3"] = RuleVariable.Y3,
    };

    /// <summary>Whether it samples synapses, rather than neurons.</summary>
    public bool IsOfSynapses => Variable is RuleVariable.Weight or RuleVariable.Tag or RuleVariable.Delay;
}
