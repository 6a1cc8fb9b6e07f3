using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Tests.PresetFiles;

public sealed class PresetTests
{
    [Fact]
    public void Every_preset_loads_and_is_called_as_its_file()
    {
        Assert.Equal(["loihi1", "loihi2", "odin", "ranc", "truenorth", "unbounded", "xylo-a2"], Presets.Names);
        Assert.All(Presets.Names, name => Assert.Equal(name, Presets.Load(name).Id));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_a_suggestion()
    {
        Diagnostic diagnostic = Assert.Single(Assert.Throws<InvalidInputException>(() => Presets.Load("lohi1")).Diagnostics);

        Assert.Equal("GAN1033", diagnostic.Code);
        Assert.Equal("did you mean 'loihi1'?", diagnostic.Remedy);
    }

    [Fact]
    public void Loihi_has_the_limits_of_its_paper()
    {
        Spec.ChipSpec chip = Presets.Load("loihi1");

        Assert.Equal((1024, 4096, 4096), (chip.Core.Compartments, chip.Core.InAxons, chip.Core.OutAxons));
        Assert.Equal(128 * 1024 * 8, chip.Core.SynapseMemoryBits);
        Assert.Null(chip.Core.FanIn);
        Assert.Equal(128, chip.Mesh.Cores);
        Assert.Equal(new IntegerRange(0, 62), chip.Synapse.Delay);
        Assert.Equal(new IntegerRange(-8, 7), chip.Synapse.WeightExponent);
    }

    [Fact]
    public void Loihi_has_the_prices_of_the_2018_paper_first()
    {
        PriceTable table = Presets.Load("loihi1").Prices[0];

        Assert.Equal("davies2018", table.Name);
        Assert.Equal(23.6e-12, table.Energy.SynapticEventDense!.InSi, 1e-20);
        Assert.Equal(81e-12, table.Energy.CompartmentActive!.InSi, 1e-20);
        Assert.Equal(52e-12, table.Energy.CompartmentInactive!.InSi, 1e-20);
        Assert.Equal(4.0e-12, table.Energy.HopNorthSouth!.InSi, 1e-20);
        Assert.Equal(BarrierLookup.Upper, table.BarrierLookup);
        Assert.Equal([113e-9, 465e-9, 14.3e-6, 16.2e-6], table.Barrier.Select(price => price.Latency.InSi), (a, b) => Math.Abs(a - b) < 1e-18);
        Assert.Equal([CostEvidence.Simulated], table.Energy.ByEvent().Where(e => e.Price is not null).Select(e => e.Price!.Evidence).Distinct());
    }

    [Fact]
    public void What_the_2018_paper_does_not_price_stays_null()
    {
        PriceTable table = Presets.Load("loihi1").Prices[0];

        Assert.Null(table.Energy.Spike);
        Assert.Null(table.Energy.MessageOut);
        Assert.Null(table.Latency.MessageIn);
    }

    [Fact]
    public void Loihi_has_the_calibrated_prices_second()
    {
        PriceTable table = Presets.Load("loihi1").Prices[1];

        Assert.Equal("silicon", table.Name);
        Assert.Equal((35.5, 33.6, 24.0), (table.Energy.SynapticEventDense!.Value, table.Energy.SynapticEventSparse!.Value, table.Energy.SynapticEventShared!.Value));
        Assert.Equal((72.8, 51.2, 69.3, 111.0), (table.Energy.CompartmentActive!.Value, table.Energy.CompartmentInactive!.Value, table.Energy.Spike!.Value, table.Energy.MessageOut!.Value));
        Assert.Equal((9.7, 6.0, 30.0, 5.1, 16.0), (table.Latency.CompartmentActive!.Value, table.Latency.CompartmentInactive!.Value, table.Latency.Spike!.Value, table.Latency.MessageOut!.Value, table.Latency.MessageIn!.Value));
        Assert.Equal([1, 2, 4, 29], table.Barrier.Select(price => price.Tiles));
        Assert.Equal([0.6, 1.0, 1.4, 1.8], table.Barrier.Select(price => price.Latency.Value));
        Assert.Equal(BarrierLookup.Lower, table.BarrierLookup);
    }

    [Fact]
    public void Odin_has_the_limits_of_its_source_and_the_energy_of_its_title()
    {
        Spec.ChipSpec chip = Presets.Load("odin");

        Assert.Equal((256, 256), (chip.Core.Compartments, chip.Core.InAxons));
        Assert.Equal((new IntegerRange(-7, 7), WeightSign.PerSource), (chip.Synapse.Weights!.Value, chip.Synapse.Sign));
        Assert.Equal((8, false, new IntegerRange(0, 127)), (chip.Compartment.PotentialBits, chip.Compartment.PotentialSigned, chip.Compartment.Leak!.Value));
        Assert.Equal(["sdsp"], chip.Learning!.Rules);
        Cost title = chip.Prices[0].Energy.SynapticEventDense!;
        Assert.Equal((12.7, CostScope.AllIn), (title.Value, title.Scope));

        // At 37.5 million synaptic operations per second, the terms of the second table come to the first.
        PriceTable terms = chip.Prices[1];
        Assert.Equal(title.InSi, terms.Energy.SynapticEventDense!.InSi + (terms.StaticPower!.InSi / 37.5e6), 0.05e-12);
    }

    [Fact]
    public void TrueNorth_has_the_limits_of_its_papers_and_one_price_for_everything()
    {
        Spec.ChipSpec chip = Presets.Load("truenorth");

        Assert.Equal((256, 256, 1, 4096), (chip.Core.Compartments, chip.Core.InAxons, chip.Core.Destinations, chip.Mesh.Cores));
        Assert.Equal((4, new IntegerRange(0, 14), DelayOwner.Axon), (chip.Synapse.AxonTypes, chip.Synapse.Delay, chip.Synapse.DelayOf));
        Assert.Equal((20, new IntegerRange(0, 262_143)), (chip.Compartment.PotentialBits, chip.Compartment.ThresholdMantissa));
        Assert.Equal((255, 1000.0), (chip.Mesh.Reach, chip.Timestep.RealTimeMicroseconds));
        Cost price = chip.Prices[0].Energy.SynapticEventDense!;
        Assert.Equal((26, CostScope.AllIn), (price.Value, price.Scope));

        // 1,048,576 neurons at 20 Hz with 128 active synapses each, at 72 mW.
        Assert.Equal(0.072, price.InSi * 1_048_576 * 20 * 128, 0.003);
    }

    [Fact]
    public void Ranc_is_TrueNorth_with_wider_numbers_and_fewer_modes()
    {
        Spec.ChipSpec ranc = Presets.Load("ranc");

        Assert.Equal(("truenorth", 12, 32), (ranc.Family, ranc.Mesh.Cores, ranc.Compartment.PotentialBits));
        Assert.Equal(["inclusive-negative-threshold"], ranc.Compartment.Modes);
        Assert.Empty(ranc.Prices);
    }

    [Fact]
    public void Xylo_has_the_limits_of_its_mapper()
    {
        Spec.ChipSpec chip = Presets.Load("xylo-a2");

        Assert.Equal((16, 1000, 8, 64_000, 63), (chip.Core.InputChannels, chip.Core.Compartments, chip.Core.OutputCompartments, chip.Core.RecurrentSynapses, chip.Core.FanIn));
        Assert.Equal(1, chip.Mesh.Cores);
        Assert.Equal((new IntegerRange(-128, 127), new IntegerRange(0, 7)), (chip.Synapse.Weights!.Value, chip.Synapse.WeightExponent));
        Assert.Equal(new IntegerRange(0, 0), chip.Synapse.Delay);
        Assert.Equal((16, 16, new IntegerRange(0, 15), 31), (chip.Compartment.CurrentBits, chip.Compartment.PotentialBits, chip.Compartment.DecayShift, chip.Compartment.SpikesPerTimestep));
        Assert.Empty(chip.Prices);
    }

    [Fact]
    public void Unbounded_has_the_numerics_of_loihi_and_no_limit_or_price()
    {
        Spec.ChipSpec loihi = Presets.Load("loihi1");
        Spec.ChipSpec unbounded = Presets.Load("unbounded");

        Assert.Equal(loihi.Family, unbounded.Family);
        Assert.Equal(new CoreLimits(), unbounded.Core);
        Assert.Null(unbounded.Mesh.Cores);
        Assert.Empty(unbounded.Prices);
        Assert.Equal(
            SpecGenerator.Dump(loihi with { Synapse = loihi.Synapse with { Packing = null } }),
            SpecGenerator.Dump(loihi with { Synapse = unbounded.Synapse, Compartment = unbounded.Compartment }));
    }

    [Fact]
    public void Tiles_are_numbered_column_by_column()
    {
        Mesh mesh = Presets.Load("loihi1").Mesh;
        int tile = mesh.TileOf(new CoreId(21));

        Assert.Equal(5, tile);
        Assert.Equal((1, 1), (mesh.X(tile), mesh.Y(tile)));
    }

    [Fact]
    public void Loihi_2_has_the_limits_of_its_brief_and_no_price_that_is_not_public()
    {
        Spec.ChipSpec chip = Presets.Load("loihi2");

        Assert.Equal(1_048_576, chip.Core.Compartments * chip.Mesh.Cores);
        Assert.Equal(new IntegerRange(0, 63), chip.Synapse.Delay);
        Assert.Null(chip.Core.SynapseMemoryBits);
        Assert.Empty(chip.Prices);
    }
}
