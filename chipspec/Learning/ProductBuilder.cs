namespace Ganglion.ChipSpec.Learning;

/// <summary>What is known of a product while it is read.</summary>
internal sealed class ProductBuilder
{
    public long Mantissa { get; set; } = 1;

    public int Exponent { get; set; }

    public RuleGate? Gate { get; private set; }

    public int EpochPower { get; private set; }

    public List<RuleFactor> Factors { get; } = [];

    /// <summary>The first gate decides when the product acts.</summary>
    public void TakeGate(RuleGate gate, int power)
    {
        Gate = gate;
        EpochPower = power;
    }

    public void TakeVariable(RuleVariable variable)
    {
        RuleGate? gate = variable switch
        {
            RuleVariable.X0 => RuleGate.SourceSpike,
            RuleVariable.Y0 => RuleGate.TargetSpike,
            _ => null,
        };
        if (gate is { } first && Gate is null)
        {
            TakeGate(first, 0);
            return;
        }

        Factors.Add(new RuleFactor(variable));
    }

    /// <summary>Moves powers of two from a mantissa that is too large to the exponent.</summary>
    public void Normalize()
    {
        while (Mantissa is < RuleProduct.SmallestMantissa or > RuleProduct.LargestMantissa && Mantissa % 2 == 0)
        {
            Mantissa /= 2;
            Exponent++;
        }
    }
}
