using CsCheck;
using Ganglion.Protocols.Spynnaker;

namespace Ganglion.Protocols.Tests.Spynnaker;

public sealed class LivePopulationTests
{
    [Fact]
    public void Populations_get_runs_of_keys_and_cores_of_their_own() =>
        Gen.Int[1, 200_000].Array[0, 60].Sample(sizes =>
        {
            IReadOnlyList<LivePopulation> arranged = LivePopulation.Arrange([.. sizes.Select((size, i) => ($"p{i}", size, true))])!;

            Assert.Equal(sizes, arranged.Select(population => population.Neurons));
            Assert.Equal(arranged.Count, arranged.Select(population => population.Core).Distinct().Count());
            Assert.All(arranged, population => Assert.InRange(population.Core.Core, 1, 17));
            ulong end = 1;
            foreach (LivePopulation population in arranged)
            {
                Assert.InRange(population.FirstKey, end, uint.MaxValue);
                Assert.Equal(0u, population.FirstKey % 65_536);
                end = (ulong)population.FirstKey + (ulong)population.Neurons;
            }

            Assert.InRange(end, 0u, 1UL << 32);
        }, iter: 200);

    [Fact]
    public void A_population_of_65536_neurons_shares_the_upper_half_of_its_keys()
    {
        IReadOnlyList<LivePopulation> arranged = LivePopulation.Arrange([("a", 65_536, true), ("b", 65_537, true), ("c", 1, true)])!;

        Assert.Equal([0x0001_0000u, 0x0002_0000u, 0x0004_0000u], arranged.Select(population => population.FirstKey));
    }

    [Fact]
    public void More_neurons_than_keys_are_refused() =>
        Assert.Null(LivePopulation.Arrange([("a", int.MaxValue, true), ("b", int.MaxValue, true)]));
}
