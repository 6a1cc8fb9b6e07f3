using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Ledgers;

/// <summary>
/// Counts and prices, by hand: a neuron on core 0 fires in every timestep and reaches two neurons on core 8, one tile east and one south.
/// </summary>
public sealed class LedgerTests
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = TestChip.WithCompartments(8);

    private static readonly ChipImage Image = NetworkCompiler.Compile(
        new NetworkBuilder("pair")
            .AddPopulation("sender", [1], new LoihiNeurons { ThresholdMantissa = [10], BiasMantissa = [641] }, [0])
            .AddPopulation("receivers", [2], new LoihiNeurons { ThresholdMantissa = [100_000] }, [8, 8])
            .Connect("sender", "receivers", new AllToAll(1, 2, 20), unit: new IntegerWeights(), encoding: RowForm.Sparse)
            .Build(),
        Chip).Image;

    [Fact]
    public void Energy_is_the_sum_of_events_times_prices()
    {
        using var machine = new Machine(Image, Chip);

        machine.Run(3);
        EnergyReport report = EnergyModel.Price(machine.Ledger(), Chip.Prices[0]);

        // Prices in picojoule: see the chip. The receivers are at rest in the first timestep only, and have input in the two others.
        double synapse = 3 * 2 * 2;
        double dendrite = 2 * 2 * 37;
        double soma = (3 * (7 + 13)) + (2 * 11) + (2 * 2 * 7);
        double axon = 3 * (17 + 19);
        double hops = 3 * (23 + 29 + 31);
        Assert.Equal(["synapse", "dendrite", "soma", "axon", "hops", "learning"], report.Components.Select(component => component.Component));
        Assert.Equal([synapse, dendrite, soma, axon, hops, 0], report.Components.Select(component => Math.Round(component.Joule * 1e12, 6)));
        Assert.Equal((synapse + dendrite + soma + axon + hops) * 1e-12, report.TotalJoule, 1e-21);
        Assert.Empty(report.Unpriced);
    }

    [Fact]
    public void A_multicast_message_is_sent_once_and_takes_every_link_once()
    {
        // From tile (0, 0): to (1, 1), the tile of core 8, and to (1, 2), that of core 10, over (1, 0) and (1, 1).
        Network network = new NetworkBuilder("tree")
            .AddPopulation("sender", [1], new LoihiNeurons { ThresholdMantissa = [10], BiasMantissa = [641] }, [0])
            .AddPopulation("receivers", [3], new LoihiNeurons { ThresholdMantissa = [100_000] }, [8, 10, 0])
            .Connect("sender", "receivers", new AllToAll(1, 3, 20), unit: new IntegerWeights())
            .Build();
        ChipSpec.Spec.ChipSpec multicast = Chip with { Mesh = Chip.Mesh with { Multicast = true } };
        using var one = new Machine(NetworkCompiler.Compile(network, Chip).Image, Chip);
        using var tree = new Machine(NetworkCompiler.Compile(network, multicast).Image, multicast);

        one.Run(4);
        tree.Run(4);

        Assert.Equal((12L, (8L, 12L), 12L), (one.Ledger().Totals.MessagesOut, one.Ledger().Hops, one.Ledger().Totals.AxonEvents));
        Assert.Equal((4L, (4L, 8L), 12L), (tree.Ledger().Totals.MessagesOut, tree.Ledger().Hops, tree.Ledger().Totals.AxonEvents));
        Assert.Equal(one.Ledger().Totals.Spikes, tree.Ledger().Totals.Spikes);
        Assert.Equal(one.StateHash(), tree.StateHash());
    }

    [Fact]
    public void Hops_between_chips_have_a_price_of_their_own_or_are_said_to_have_none()
    {
        // One tile per chip: every hop crosses an edge.
        ChipSpec.Spec.ChipSpec board = Chip with { Mesh = Chip.Mesh with { Width = 1, Height = 1, ChipLinks = "planar4", Board = new Board(2, 3) } };
        var price = new Cost { Value = 41, Unit = "pJ", Scope = CostScope.PerTerm, Evidence = CostEvidence.Measured, Source = "invented" };
        using var machine = new Machine(Image with { ChipSpec = ChipSpec.Writing.ChipSpecWriter.Write(board) }, board);

        machine.Run(3);
        EnergyReport unknown = EnergyModel.Price(machine.Ledger(), board.Prices[0]);
        EnergyReport known = EnergyModel.Price(machine.Ledger(), board.Prices[0] with { Energy = board.Prices[0].Energy with { HopBetweenChips = price } });

        Assert.Equal(((0L, 0L), 6L), (machine.Ledger().Hops, machine.Ledger().HopsBetweenChips));
        Assert.Equal(["hops between chips"], unknown.Unpriced);
        Assert.Empty(known.Unpriced);
        Assert.Equal(6 * 41e-12, known.TotalJoule - unknown.TotalJoule, 1e-21);
    }

    [Fact]
    public void A_price_that_covers_everything_leaves_nothing_unpriced()
    {
        using var machine = new Machine(Image, Chip);
        machine.Run(3);
        var allIn = new Cost { Value = 5, Unit = "pJ", Scope = CostScope.AllIn, Evidence = CostEvidence.Measured, Source = "test" };

        EnergyReport report = EnergyModel.Price(
            machine.Ledger(), Chip.Prices[0] with { Energy = new EventPrices { SynapticEventSparse = allIn, SynapticEventDense = allIn } });

        Assert.Empty(report.Unpriced);
        Assert.Equal(machine.Ledger().Totals.SynapticEvents * 5e-12, report.TotalJoule, 1e-21);
    }

    [Fact]
    public void Events_without_a_price_are_named_and_not_guessed()
    {
        using var machine = new Machine(Image, Chip);
        machine.Run(3);
        PriceTable full = Chip.Prices[0];

        EnergyReport report = EnergyModel.Price(
            machine.Ledger(), full with { Energy = full.Energy with { Spike = null, HopEastWest = null, SynapticEventDense = null } });

        Assert.Equal(["spikes", "hops east or west"], report.Unpriced);
        Assert.Equal(
            EnergyModel.Price(machine.Ledger(), full).TotalJoule - (3 * (13 + 29) * 1e-12), report.TotalJoule, 1e-21);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_timestep_lasts_as_long_as_its_slowest_core_and_the_barrier(int workers)
    {
        using var machine = new Machine(Image, Chip, new MachineOptions { Workers = workers });
        machine.Run(4);

        // The sender generates for 7 + 13 + 17 ns, longer than the receivers process, 19 + 2·2 ns. Once these have input they take
        // 2·(7 + 37) ns, which is longer still. Two tiles pass a barrier of 100 ns.
        Assert.Equal((37 + (3 * 88) + (4 * 100)) * 1e-9, machine.ChipTime().Single().Seconds, 1e-15);
    }

    [Fact]
    public void Traced_messages_tell_sender_destination_and_synapses()
    {
        using var machine = new Machine(Image, Chip, new MachineOptions { TraceMessages = true });
        var trace = new Trace();
        machine.Attach(trace);

        machine.Run(2);

        Assert.Equal([(1, new MessageRecord(0, 0, 1, 2)), (2, new MessageRecord(0, 0, 1, 2))], trace.Messages);
    }

    private sealed class Trace : ITimestepObserver
    {
        public List<(long Timestep, MessageRecord Message)> Messages { get; } = [];

        public void Observe(in TimestepRecord record)
        {
            foreach (MessageRecord message in record.Messages)
            {
                Messages.Add((record.Timestep, message));
            }
        }
    }
}
