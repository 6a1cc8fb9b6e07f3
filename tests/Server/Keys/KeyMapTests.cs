using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Server.Keys;
using Ganglion.Server.Options;

namespace Ganglion.Server.Tests.Keys;

public sealed class KeyMapTests
{
    private static readonly Gen<int[]> Sizes = Gen.Int[0, 70_000].Array[1, 8];

    [Fact]
    public void Every_neuron_has_a_key_of_its_own_and_is_found_by_it() =>
        Sizes.Sample(
            sizes =>
            {
                KeyMap map = KeyMap.Of(Image(sizes));
                Assert.Null(map.FindOverlap());
                foreach (KeyRange range in map.Ranges)
                {
                    foreach (int neuron in new[] { 0, range.Count / 2, range.Count - 1 })
                    {
                        uint key = map.KeyOf(range.FirstNeuron + neuron);
                        Assert.Equal(range.BaseKey, key & range.Mask);
                        Assert.True(map.TryLocate(key, out int population, out int found));
                        Assert.Equal((range.Population, neuron), (population, found));
                    }

                    Assert.False(map.TryLocate((uint)range.BaseKey + (uint)range.Count, out int next, out _) && next == range.Population);
                }
            },
            iter: 200);

    [Fact]
    public void Populations_take_blocks_whose_upper_half_is_theirs()
    {
        KeyMap map = KeyMap.Of(Image(10, 65_536, 65_537, 1));

        Assert.Equal([0x0u, 0x1_0000, 0x2_0000, 0x4_0000], map.Ranges.Select(range => range.BaseKey));
        Assert.Equal([0xffff_0000, 0xffff_0000, 0xfffe_0000, 0xffff_0000], map.Ranges.Select(range => range.Mask));
    }

    [Fact]
    public void A_user_chooses_keys_and_overlaps_are_found()
    {
        KeyMap map = KeyMap.Of(Image(10, 300, 5));
        KeyMap chosen = map.Select(["0", "1"], [new KeyChoice("1", 0x7000), new KeyChoice("2", 0)]);

        Assert.Equal([(0u, 0xffff_0000), (0x7000u, 0xffff_fe00)], chosen.Ranges.Select(range => (range.BaseKey, range.Mask)));
        Assert.Null(chosen.FindOverlap());
        Assert.False(chosen.TryLocate(0x2_0000, out _, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => chosen.KeyOf(310));
        Assert.Equal(("1", "0"), map.Select(["0", "1"], [new KeyChoice("0", 299), new KeyChoice("1", 0)]).FindOverlap() is var (a, b) ? (a.Name, b.Name) : default);
    }

    private static ChipImage Image(params int[] sizes)
    {
        ChipImage image = TestServer.NewMachine().Image;
        int first = 0;
        return image with
        {
            Populations =
            [
                .. sizes.Select((size, index) =>
                {
                    var population = new PopulationImage { Name = $"{index}", FirstNeuron = first, Count = size };
                    first += size;
                    return population;
                }),
            ],
        };
    }
}
