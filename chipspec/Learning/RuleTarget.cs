namespace Ganglion.ChipSpec.Learning;

/// <summary>The variable of a synapse that a product changes.</summary>
public enum RuleTarget
{
    /// <summary>The weight, written <c>dw</c>.</summary>
    Weight,

    /// <summary>The delay variable, written <c>dd</c>.</summary>
    Delay,

    /// <summary>The tag, written <c>dt</c>.</summary>
    Tag,
}
