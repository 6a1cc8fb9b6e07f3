using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>A factor that differs from synapse to synapse of a row or column.</summary>
internal readonly struct VaryingFactor
{
    /// <summary>Prepares a factor.</summary>
    /// <param name="factor">The factor.</param>
    public VaryingFactor(RuleFactor factor)
    {
        Factor = factor;
        Shift = factor.Variable switch
        {
            RuleVariable.X2 or RuleVariable.Y2 => PackedTraces.Bits,
            RuleVariable.Y3 => 2 * PackedTraces.Bits,
            _ => 0,
        };
        IsPlainTrace = factor is { Constant: 0, IsSign: false, Variable: RuleVariable.X1 or RuleVariable.X2 or RuleVariable.Y1 or RuleVariable.Y2 or RuleVariable.Y3 };
    }

    /// <summary>The factor.</summary>
    public RuleFactor Factor { get; }

    /// <summary>Position of its trace among packed traces.</summary>
    public int Shift { get; }

    /// <summary>Whether it is a trace and nothing else, as most factors are.</summary>
    public bool IsPlainTrace { get; }
}
