using Ganglion.ChipSpec.Spec;

namespace Ganglion.CommandLine.Output;

/// <summary>One thing that chips can be compared by.</summary>
/// <param name="Section">Heading that it stands under.</param>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="Value">Its text for a chip; <see cref="None"/> where the chip has no such thing.</param>
internal sealed record ChipProperty(string Section, string Name, Func<ChipSpec.Spec.ChipSpec, string> Value)
{
    /// <summary>Stands for what a chip does not have.</summary>
    public const string None = "-";

    private const string Core = "limits of one core";
    private const string Chip = "chip";
    private const string Numerics = "numerics";
    private const string Learning = "learning";
    private const string Prices = "energy by the first price table";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<ChipProperty> All { get; } =
    [
        new(Core, "compartments", chip => Limit(chip.Core.Compartments)),
        new(Core, "output compartments", chip => Optional(chip.Core.OutputCompartments)),
        new(Core, "input channels", chip => Optional(chip.Core.InputChannels)),
        new(Core, "recurrent synapses", chip => Optional(chip.Core.RecurrentSynapses)),
        new(Core, "incoming axons", chip => Limit(chip.Core.InAxons)),
        new(Core, "outgoing axons", chip => Limit(chip.Core.OutAxons)),
        new(Core, "destinations of a neuron", chip => Limit(chip.Core.Destinations)),
        new(Core, "synapses to one compartment", chip => Limit(chip.Core.FanIn)),
        new(Core, "synapse memory, bits", chip => Limit(chip.Core.SynapseMemoryBits)),
        new(Core, "compartment configurations", chip => Limit(chip.Core.CompartmentConfigurations)),
        new(Core, "threshold configurations", chip => Limit(chip.Core.ThresholdConfigurations)),
        new(Core, "synapse formats", chip => Limit(chip.Core.SynapseConfigurations)),
        new(Chip, "family", chip => chip.Family),
        new(Chip, "cores", chip => Limit(chip.Mesh.Cores)),
        new(Chip, "tiles", chip => chip.Mesh.Width is { } width ? $"{width} x {chip.Mesh.Height}" : "as needed"),
        new(Chip, "chips", chip => chip.Mesh.Board is { } board ? $"{board.Columns} x {board.Rows}" : "1"),
        new(Chip, "routing", chip => chip.Mesh.Routing),
        new(Chip, "timestep ends by", chip => chip.Timestep.Kind),
        new(Chip, "timestep in real time, µs", chip => chip.Timestep.RealTimeMicroseconds is { } time ? $"{time}" : None),
        new(Numerics, "neuron models", chip => Quantity.Count(chip.Compartment.Models.Count)),
        new(Numerics, "potential, bits", chip => $"{chip.Compartment.PotentialBits} {(chip.Compartment.PotentialSigned ? "signed" : "unsigned")}"),
        new(Numerics, "synaptic current, bits", chip => Optional(chip.Compartment.CurrentBits)),
        new(Numerics, "decay", Decay),
        new(Numerics, "constant leak", chip => Optional(chip.Compartment.Leak)),
        new(Numerics, "threshold", chip => Scaled(chip.Compartment.ThresholdMantissa, new IntegerRange(chip.Compartment.ThresholdShift, chip.Compartment.ThresholdShift))),
        new(Numerics, "bias", chip => chip.Compartment.BiasMantissa is { } bias ? Scaled(bias, chip.Compartment.BiasExponent) : None),
        new(Numerics, "refractory period, timesteps", chip => chip.Compartment.Refractory is { Min: 1, Max: 1 } ? None : chip.Compartment.Refractory.ToString()),
        new(Numerics, "spikes per timestep", chip => Quantity.Count(chip.Compartment.SpikesPerTimestep)),
        new(Numerics, "weight, bits", chip => Widths(chip.Synapse.WeightBits)),
        new(Numerics, "weight, values", chip => Optional(chip.Synapse.Weights)),
        new(Numerics, "weight, exponent", chip => chip.Synapse.WeightExponent is { Min: 0, Max: 0 } ? None : chip.Synapse.WeightExponent.ToString()),
        new(Numerics, "sign of a weight", chip => chip.Synapse.Sign == WeightSign.PerSynapse ? "per synapse" : "per source"),
        new(Numerics, "weights by axon type", chip => Optional(chip.Synapse.AxonTypes)),
        new(Numerics, "delay beyond one timestep", chip => chip.Synapse.Delay is { Min: 0, Max: 0 } ? None : $"{chip.Synapse.Delay}"),
        new(Numerics, "delay belongs to", chip => chip.Synapse.Delay.Max == 0 ? None : chip.Synapse.DelayOf == DelayOwner.Axon ? "axon" : "synapse"),
        new(Learning, "learning rules", chip => chip.Learning is { } learning ? string.Join(", ", learning.Rules) : "none"),
        new(Prices, "price tables", chip => chip.Prices.Count == 0 ? "none" : string.Join(", ", chip.Prices.Select(table => table.Name))),
        new(Prices, "synaptic event", chip => Price(chip, energy => energy.SynapticEventSparse ?? energy.SynapticEventDense)),
        new(Prices, "update of a compartment", chip => Price(chip, energy => energy.CompartmentActive)),
        new(Prices, "spike", chip => Price(chip, energy => energy.Spike)),
        new(Prices, "hop between chips", chip => Price(chip, energy => energy.HopBetweenChips)),
        new(Prices, "hop along x", chip => Price(chip, energy => energy.HopEastWest)),
        new(Prices, "update of a plastic synapse", chip => Price(chip, energy => energy.LearningUpdate)),
    ];

    private static string Decay(ChipSpec.Spec.ChipSpec chip) => chip.Compartment switch
    {
        { DecayBits: { } bits } => $"factor, {bits} bits",
        { DecayShift: { } shift } => $"shift by {shift}",
        _ => None,
    };

    private static string Scaled(IntegerRange mantissa, IntegerRange exponent) => exponent switch
    {
        { Min: 0, Max: 0 } => mantissa.ToString(),
        { Min: var min, Max: var max } when min == max => $"{mantissa}, ·2^{min}",
        _ => $"{mantissa}, ·2^{exponent}",
    };

    private static string Widths(IReadOnlyList<int> bits) => bits.Count switch
    {
        1 => $"{bits[0]}",
        var count when bits[^1] - bits[0] == count - 1 => $"{bits[0]}..{bits[^1]}",
        _ => string.Join(" ", bits),
    };

    private static string Price(ChipSpec.Spec.ChipSpec chip, Func<EventPrices, Cost?> select) =>
        chip.Prices.Count == 0 || select(chip.Prices[0].Energy) is not { } cost ? "not public" : $"{cost.Value} {cost.Unit}{(cost.Scope == CostScope.AllIn ? ", all in" : "")}";

    private static string Limit(long? limit) => limit is { } value ? Quantity.Count(value) : "no limit";

    private static string Optional(int? value) => value is { } given ? Quantity.Count(given) : None;

    private static string Optional(IntegerRange? range) => range is { } given ? given.ToString() : None;
}
