using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>The products that change one variable.</summary>
/// <param name="Target">The variable.</param>
/// <param name="Products">The products, in the order of the rule.</param>
internal sealed record RuleSection(RuleTarget Target, LaidProduct[] Products);
