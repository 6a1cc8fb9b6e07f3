using System.Reflection;
using CsCheck;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;
using Ganglion.ChipSpec.Writing;

namespace Ganglion.ChipSpec.Tests.Writing;

public sealed class ChipSpecWriterTests
{
    [Fact]
    public void What_is_written_reads_back_equal() =>
        SpecGenerator.Specs.Sample(
            spec => Assert.Equal(SpecGenerator.Dump(spec), SpecGenerator.Dump(ChipSpecReader.Read(ChipSpecWriter.Write(spec), "x.yaml"))),
            iter: 300);

    [Fact]
    public void Equal_specifications_have_one_text_and_hash()
    {
        Spec.ChipSpec spec = Presets.Load("loihi1");
        Spec.ChipSpec again = ChipSpecReader.Read(ChipSpecWriter.Write(spec), "x.yaml") with
        {
            Sources = spec.Sources.Reverse().ToDictionary(),
        };

        Assert.Equal(ChipSpecWriter.Write(spec), ChipSpecWriter.Write(again));
        Assert.Equal(ChipSpecHash.Of(spec), ChipSpecHash.Of(again));
        Assert.Matches("^[0-9a-f]{32}$", ChipSpecHash.Of(spec));
    }

    [Fact]
    public void Any_changed_price_changes_the_hash()
    {
        Spec.ChipSpec spec = Presets.Load("loihi1");
        PriceTable table = spec.Prices[1];
        Cost hop = table.Energy.HopNorthSouth! with { Value = 4.0 };
        Spec.ChipSpec other = spec with { Prices = [spec.Prices[0], table with { Energy = table.Energy with { HopNorthSouth = hop } }] };

        Assert.NotEqual(ChipSpecHash.Of(spec), ChipSpecHash.Of(other));
    }

    [Fact]
    public void Every_price_of_the_record_has_its_key()
    {
        string[] properties =
        [
            .. typeof(EventPrices).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.PropertyType == typeof(Cost))
                .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]),
        ];

        Assert.Equal(properties, new EventPrices().ByEvent().Select(price => price.Event));
    }
}
