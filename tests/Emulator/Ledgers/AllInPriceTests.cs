using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;
using Ganglion.Cores;
using Ganglion.Emulator.Ledgers;

namespace Ganglion.Emulator.Tests.Ledgers;

public sealed class AllInPriceTests
{
    [Fact]
    public void Nothing_is_missing_beside_a_price_that_contains_everything()
    {
        ChipSpec.Spec.ChipSpec chip = Presets.Load("truenorth");
        var ledger = new Ledger
        {
            Timesteps = 1,
            Cores = [new CoreLedger(default, new CoreCounters { SynapticEventsDense = 1000, CompartmentsActive = 3, Spikes = 2, MessagesOut = 2 }, [])],
            SourceMessages = 0,
            Tiles = 1,
            Mesh = chip.Mesh,
        };

        EnergyReport allIn = EnergyModel.Price(ledger, chip.Prices[0]);
        EnergyReport terms = EnergyModel.Price(ledger, chip.Prices[1]);

        Assert.Equal(26e-9, allIn.TotalJoule, 1e-15);
        Assert.True(allIn.IsAllIn);
        Assert.Empty(allIn.Unpriced);
        Assert.False(terms.IsAllIn);
        Assert.Contains("synaptic events, dense", terms.Unpriced);
    }
}
