using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Numbers that the arithmetic of a family cannot do without, although other families have none.</summary>
internal static class FamilyFields
{
    private static readonly (string Family, string Section, string Key, Func<Spec.ChipSpec, bool> IsGiven)[] Needed =
    [
        (ChipFamilies.Loihi, "compartment", "currentBits", chip => chip.Compartment.CurrentBits is not null),
        (ChipFamilies.Loihi, "compartment", "decayBits", chip => chip.Compartment.DecayBits is not null),
        (ChipFamilies.Loihi, "compartment", "biasMantissa", chip => chip.Compartment.BiasMantissa is not null),
        (ChipFamilies.Odin, "compartment", "leak", chip => chip.Compartment.Leak is not null),
        (ChipFamilies.Odin, "synapse", "weights", chip => chip.Synapse.Weights is not null),
        (ChipFamilies.TrueNorth, "compartment", "leak", chip => chip.Compartment.Leak is not null),
        (ChipFamilies.TrueNorth, "synapse", "axonTypes", chip => chip.Synapse.AxonTypes is not null),
        (ChipFamilies.TrueNorth, "synapse", "weights", chip => chip.Synapse.Weights is not null),
        (ChipFamilies.Xylo, "compartment", "decayShift", chip => chip.Compartment.DecayShift is not null),
        (ChipFamilies.Xylo, "compartment", "biasMantissa", chip => chip.Compartment.BiasMantissa is not null),
        (ChipFamilies.Xylo, "synapse", "weights", chip => chip.Synapse.Weights is not null),
    ];

    /// <summary>Reports what a chip lacks.</summary>
    /// <param name="chip">The chip.</param>
    /// <param name="root">Where it was read.</param>
    public static void Check(Spec.ChipSpec chip, YamlMapping root)
    {
        foreach ((string family, string section, string key, Func<Spec.ChipSpec, bool> isGiven) in Needed)
        {
            if (family == chip.Family && !isGiven(chip))
            {
                root.Required(section).Report(
                    ChipSpecDiagnostics.Inconsistent, $"family '{family}' without '{key}'", $"a value for {section}.{key}", $"add '{key}:'");
            }
        }
    }
}
