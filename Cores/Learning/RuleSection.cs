using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>The products that change one variable, and those of them that are left when a gate is closed; all in the order of the rule.</summary>
/// <param name="target">The variable.</param>
/// <param name="products">The products.</param>
internal sealed class RuleSection(RuleTarget target, LaidProduct[] products)
{
    /// <summary>The variable.</summary>
    public RuleTarget Target => target;

    /// <summary>All products.</summary>
    public LaidProduct[] Products => products;

    /// <summary>Those that act when the gate u is closed.</summary>
    public LaidProduct[] WithoutEpoch { get; } = [.. products.Where(product => product.Gate != RuleGate.Epoch)];

    /// <summary>Those that act when the source has not fired.</summary>
    public LaidProduct[] WithoutSource { get; } = [.. products.Where(product => product.Gate != RuleGate.SourceSpike)];

    /// <summary>Those that act when the source has not fired and the gate u is closed.</summary>
    public LaidProduct[] TargetOnly { get; } = [.. products.Where(product => product.Gate == RuleGate.TargetSpike)];
}
