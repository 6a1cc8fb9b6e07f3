using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks.Checking;

/// <summary>Checks the registers of integer weights; the weights themselves are checked when they are quantised.</summary>
internal static class WeightUnitCheck
{
    private static readonly IntegerRange Bits = new(1, 8);
    private static readonly IntegerRange Exponent = new(-8, 7);

    public static void Run(Projection projection, SourceLocation location, ViolationCollector findings)
    {
        if (projection.Unit is not IntegerWeights weights)
        {
            return;
        }

        if (!Bits.Contains(weights.Bits))
        {
            findings.Add(NetworkDiagnostics.Register, location, $"weights of {weights.Bits} bits", Bits.ToString());
        }

        if (!Exponent.Contains(weights.Exponent))
        {
            findings.Add(NetworkDiagnostics.Register, location, $"a weight exponent of {weights.Exponent}", Exponent.ToString());
        }
    }
}
