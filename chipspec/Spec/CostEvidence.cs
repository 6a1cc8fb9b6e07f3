namespace Ganglion.ChipSpec.Spec;

/// <summary>How a price was obtained.</summary>
public enum CostEvidence
{
    /// <summary>Circuit simulation before silicon.</summary>
    Simulated,

    /// <summary>Measured on silicon, or fitted to such measurements.</summary>
    Measured,

    /// <summary>Computed from other published values.</summary>
    Derived,

    /// <summary>Stated by the vendor without a method.</summary>
    Vendor,
}
