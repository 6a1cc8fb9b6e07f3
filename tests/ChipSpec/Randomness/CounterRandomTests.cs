using Ganglion.ChipSpec.Randomness;

namespace Ganglion.ChipSpec.Tests.Randomness;

public sealed class CounterRandomTests
{
    /// <summary>Known-answer vectors of Philox4x32-10 that come with Random123.</summary>
    [Theory]
    [InlineData(
        new uint[] { 0, 0, 0, 0 },
        new uint[] { 0, 0 },
        new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 })]
    [InlineData(
        new uint[] { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
        new uint[] { 0xffffffff, 0xffffffff },
        new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd })]
    [InlineData(
        new uint[] { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
        new uint[] { 0xa4093822, 0x299f31d0 },
        new uint[] { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 })]
    public void Philox_gives_the_published_answers(uint[] counter, uint[] key, uint[] expected)
    {
        uint[] block = new uint[4];
        CounterRandom.Philox(counter[0], counter[1], counter[2], counter[3], key[0], key[1], block);

        Assert.Equal(expected, block);
    }

    [Fact]
    public void A_draw_depends_on_seed_purpose_id_and_timestep_alone()
    {
        CounterRandom random = new(42, RandomPurpose.Source);

        Assert.Equal(random.Draw(7, 9), new CounterRandom(42, RandomPurpose.Source).Draw(7, 9));
        uint[] others =
        [
            random.Draw(7, 9),
            random.Draw(8, 9),
            random.Draw(7, 10),
            random.Draw(7 + (1UL << 32), 9),
            random.Draw(7, 9 + (1L << 32)),
            new CounterRandom(43, RandomPurpose.Source).Draw(7, 9),
            new CounterRandom(42 + (1UL << 32), RandomPurpose.Source).Draw(7, 9),
            new CounterRandom(42, RandomPurpose.Encoding).Draw(7, 9),
        ];
        Assert.Equal(others.Length, others.Distinct().Count());
    }

    [Fact]
    public void A_draw_is_the_first_word_of_its_block()
    {
        CounterRandom random = new(1, RandomPurpose.Weight);
        uint[] block = new uint[4];
        random.DrawBlock(5, 6, block);

        Assert.Equal(block[0], random.Draw(5, 6));
        Assert.Equal(((((ulong)block[0] << 32) | block[1]) >> 11) * Math.Pow(2, -53), random.DrawUnit(5, 6));
    }

    [Theory]
    [InlineData(0UL, RandomPurpose.Source)]
    [InlineData(0UL, RandomPurpose.Connection)]
    [InlineData(123456789UL, RandomPurpose.Source)]
    [InlineData(ulong.MaxValue, RandomPurpose.Placement)]
    public void Units_are_uniform(ulong seed, RandomPurpose purpose)
    {
        const int bins = 64;
        const int draws = 200_000;
        CounterRandom random = new(seed, purpose);
        int[] counts = new int[bins];
        double sum = 0;
        for (int i = 0; i < draws; i++)
        {
            double unit = random.DrawUnit((ulong)i);
            Assert.InRange(unit, 0, 1 - Math.Pow(2, -53));
            counts[(int)(unit * bins)]++;
            sum += unit;
        }

        // Six standard deviations of the mean, and of chi-square with 63 degrees of freedom.
        Assert.InRange(sum / draws, 0.5 - (6 * Math.Sqrt(1.0 / 12 / draws)), 0.5 + (6 * Math.Sqrt(1.0 / 12 / draws)));
        double expected = (double)draws / bins;
        double chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);
        Assert.InRange(chiSquare, bins - 1 - (6 * Math.Sqrt(2 * (bins - 1))), bins - 1 + (6 * Math.Sqrt(2 * (bins - 1))));
    }

    [Theory]
    [InlineData("neighbouring ids")]
    [InlineData("neighbouring timesteps")]
    [InlineData("neighbouring seeds")]
    [InlineData("neighbouring purposes")]
    public void Streams_beside_each_other_do_not_correlate(string beside)
    {
        const int draws = 100_000;
        double sum = 0;
        for (int i = 0; i < draws; i++)
        {
            double a = new CounterRandom(9, RandomPurpose.Source).DrawUnit((ulong)i, 3);
            double b = beside switch
            {
                "neighbouring ids" => new CounterRandom(9, RandomPurpose.Source).DrawUnit((ulong)i + 1, 3),
                "neighbouring timesteps" => new CounterRandom(9, RandomPurpose.Source).DrawUnit((ulong)i, 4),
                "neighbouring seeds" => new CounterRandom(10, RandomPurpose.Source).DrawUnit((ulong)i, 3),
                _ => new CounterRandom(9, RandomPurpose.Encoding).DrawUnit((ulong)i, 3),
            };
            sum += (a - 0.5) * (b - 0.5) * 12;
        }

        Assert.InRange(sum / draws, -6 / Math.Sqrt(draws), 6 / Math.Sqrt(draws));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4_294_967_290, 7)]
    [InlineData(12_345_678_901, 1L << 40)]
    public void Draws_of_consecutive_ids_are_the_draws_of_each(long firstId, long timestep)
    {
        var random = new CounterRandom(11, RandomPurpose.Source);
        double[] units = new double[23];

        random.DrawUnits((ulong)firstId, timestep, units);

        Assert.Equal(Enumerable.Range(0, units.Length).Select(i => random.DrawUnit((ulong)(firstId + i), timestep)), units);
    }
}
