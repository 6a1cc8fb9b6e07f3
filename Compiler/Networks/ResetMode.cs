namespace Ganglion.Compiler.Networks;

/// <summary>What a spike does to the membrane potential.</summary>
public enum ResetMode
{
    /// <summary>Sets it to the reset value.</summary>
    ToValue,

    /// <summary>Subtracts the threshold.</summary>
    Subtract,
}
