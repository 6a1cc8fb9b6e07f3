using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks.Checking;

/// <summary>Checks the registers of integer weights; the weights themselves are checked when they are quantised.</summary>
internal static class WeightUnitCheck
{
    private static readonly IntegerRange Bits = new(1, 8);
    private static readonly IntegerRange Exponent = new(-8, 7);

    public static IEnumerable<Diagnostic> Run(Projection projection, SourceLocation location)
    {
        if (projection.Unit is IntegerWeights weights)
        {
            if (!Bits.Contains(weights.Bits))
            {
                yield return Finding(location, $"weights of {weights.Bits} bits", Bits);
            }

            if (!Exponent.Contains(weights.Exponent))
            {
                yield return Finding(location, $"a weight exponent of {weights.Exponent}", Exponent);
            }
        }
    }

    private static Diagnostic Finding(SourceLocation location, string found, IntegerRange allowed) => new()
    {
        Descriptor = NetworkDiagnostics.Register,
        Location = location,
        Found = found,
        Allowed = allowed.ToString(),
    };
}
