using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Registers that hold for the whole chip.</summary>
/// <param name="TimeReferencePeriod">Timesteps from one time reference to the next; 0 for none.</param>
/// <param name="UpdateUnmapped">Whether synapses that are not mapped learn.</param>
/// <param name="PropagateUnmapped">Whether synapses that are not mapped act.</param>
internal readonly record struct OdinSettings(int TimeReferencePeriod, bool UpdateUnmapped, bool PropagateUnmapped)
{
    /// <summary>Gathers the settings from the populations, and reports where they differ.</summary>
    public static OdinSettings Of(Network network, DiagnosticBag diagnostics)
    {
        OdinSettings? settings = null;
        string first = "";
        foreach (NeuronPopulation population in network.Populations.OfType<NeuronPopulation>())
        {
            if (Of(population.Neurons) is not { } own)
            {
                continue;
            }

            if (settings is { } known && known != own)
            {
                diagnostics.Report(
                    CompilerDiagnostics.OdinSettingsDiffer, $"population '{population.Name}'", own.ToText(), $"{known.ToText()}, as in '{first}'",
                    "the same settings in all populations");
            }

            first = settings is null ? population.Name : first;
            settings ??= own;
        }

        return settings ?? default;
    }

    /// <summary>What a population asks for; <see langword="null"/> where it leaves everything open.</summary>
    private static OdinSettings? Of(NeuronParameters neurons) => neurons switch
    {
        OdinNeurons registers => new OdinSettings(registers.TimeReferencePeriod, registers.UpdateUnmapped, registers.PropagateUnmapped),
        CurrentBasedNeurons physical when physical.Bias.Any(bias => bias < 0) => new OdinSettings(1, false, false),
        _ => null,
    };

    private string ToText() =>
        $"a time reference every {TimeReferencePeriod} timesteps, unmapped synapses {(UpdateUnmapped ? "learn" : "do not learn")} and {(PropagateUnmapped ? "act" : "do not act")}";
}
