using Ganglion.ChipSpec.Image;

namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>Chip images of cores with graded spikes: a source drives the population <c>neurons</c> on core 0.</summary>
internal static class GradedImage
{
    /// <summary>Compartments per delay slot; the second port begins at half of it.</summary>
    public const int Stride = 16;

    /// <summary>First accumulator of the second port.</summary>
    public const int SecondPort = Stride / 2;

    /// <summary>A core on which every input gives what a vector says.</summary>
    public static ChipImage Driven(string model, int neurons, IEnumerable<ParameterColumn> parameters, params IEnumerable<GradedInput> inputs)
    {
        GradedDigits digits = new();
        foreach (GradedInput input in inputs)
        {
            digits.Add(input);
        }

        CoreImage core = Core(0, model, neurons, 1, parameters, digits.Rows, digits.Words, Silent(neurons));
        return Image([core], [Population("neurons", digits.Rows.Length, neurons)], digits);
    }

    /// <summary>Core 0 sends graded spikes, one axon per neuron, to core 1, which holds the population <c>targets</c>.</summary>
    /// <param name="sender">An image of <see cref="Driven"/>, its neurons graded vectors.</param>
    /// <param name="exponent">Weight exponent of the targets.</param>
    /// <param name="weights"><c>[target][axon]</c>.</param>
    public static ChipImage Followed(ChipImage sender, int exponent, int[][] weights)
    {
        CoreImage first = sender.Cores[0];
        int[] axons = [.. Enumerable.Range(0, first.Compartments)];
        int targets = weights.Length;
        uint[] words = [.. axons.SelectMany(axon => weights.Select((row, target) => ((uint)row[axon] << 16) | (uint)target))];
        SynapseRow[] rows = [.. axons.Select(axon => new SynapseRow(axon * targets, targets, 0, RowForm.Sparse, RowForm.Dense))];
        ParameterColumn[] parameters = [new() { Name = "weightExponent", Values = [exponent] }];
        CoreImage second = Core(1, "loihi2-graded-vector", targets, 2, parameters, rows, words, Silent(targets));
        AxonTable out1 = new() { First = [.. axons, axons.Length], Core = [.. axons.Select(_ => 1)], Axon = axons };
        PopulationImage last = sender.Populations[^1];
        return sender with
        {
            Cores = [first with { AxonsOut = out1 }, second],
            Populations = [.. sender.Populations, Population("targets", last.FirstNeuron + last.Count, targets)],
        };
    }

    private static ChipImage Image(CoreImage[] cores, PopulationImage[] populations, GradedDigits digits) => new()
    {
        NetworkName = "graded",
        NetworkHash = "",
        ChipSpec = "",
        Populations = [Population("input", 0, digits.Rows.Length) with { IsSource = true }, .. populations],
        Cores = cores,
        Sources = [digits.Source(0)],
    };

    private static PopulationImage Population(string name, int first, int count) =>
        new() { Name = name, FirstNeuron = first, Count = count, Shape = [count] };

    private static CoreImage Core(
        int id, string model, int compartments, int population, IEnumerable<ParameterColumn> parameters, SynapseRow[] rows, uint[] words, AxonTable axonsOut) => new()
        {
            Core = id,
            Model = model,
            Compartments = compartments,
            Runs = [new CompartmentRun { Population = population, FirstNeuron = 0, FirstCompartment = 0, Count = compartments }],
            Parameters = [.. parameters],
            Synapses = new SynapseMemory { SlotStride = Stride, DelaySlots = 2, Rows = rows, Words = words, Dense = [] },
            AxonsOut = axonsOut,
            Usage = new CoreUsage
            {
                Compartments = compartments,
                InAxons = rows.Length,
                OutAxons = axonsOut.Core.Length,
                SynapseMemoryBits = 0,
                CompartmentConfigurations = 1,
                ThresholdConfigurations = 1,
                SynapseConfigurations = 1,
                Synapses = words.Length,
            },
        };

    private static AxonTable Silent(int neurons) => new() { First = new int[neurons + 1], Core = [], Axon = [] };
}
