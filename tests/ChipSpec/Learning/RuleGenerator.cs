using CsCheck;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.ChipSpec.Tests.Learning;

/// <summary>Random rules within the limits of the learning engine.</summary>
internal static class RuleGenerator
{
    private const int FactorBits = 27;

    /// <summary>Rules of one to six products, ordered by what they change, with one k for all gates u.</summary>
    public static Gen<LearningRule> Rules { get; } =
        from power in Gen.Int[0, 9]
        from products in Product(power).Array[1, 6]
        select new LearningRule { Products = [.. products.OrderBy(product => product.Target)] };

    private static Gen<RuleFactor> Factor { get; } = Gen.OneOf(
        Gen.Enum<RuleVariable>().Select(variable => new RuleFactor(variable)),
        Gen.Select(Gen.Enum<RuleVariable>(), Gen.Int[-128, 127], (variable, constant) => new RuleFactor(variable, constant)),
        Gen.Select(Gen.Enum<RuleVariable>(), Gen.Int[-128, 127], (variable, constant) => new RuleFactor(variable, constant, IsSign: true)));

    private static Gen<RuleProduct> Product(int power) =>
        from target in Gen.Enum<RuleTarget>()
        from gate in Gen.Enum<RuleGate>()
        from mantissa in Gen.Int[-8, 7]
        from exponent in Gen.Int[-7, 8]
        from factors in Factor.Array[0, 5]
        select new RuleProduct
        {
            Target = target,
            Gate = gate,
            EpochPower = gate == RuleGate.Epoch ? power : 0,
            Mantissa = mantissa,
            Exponent = exponent,
            Factors = Narrow(factors),
        };

    private static RuleFactor[] Narrow(RuleFactor[] factors)
    {
        int bits = 0;
        return [.. factors.TakeWhile(factor => (bits += Bits(factor.Variable)) <= FactorBits)];
    }

    private static int Bits(RuleVariable variable) => variable switch
    {
        RuleVariable.X0 or RuleVariable.Y0 => 1,
        RuleVariable.Weight or RuleVariable.Delay or RuleVariable.Tag => 9,
        _ => 7,
    };
}
