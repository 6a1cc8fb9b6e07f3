using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Running;

public sealed class ProbeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Samples_are_what_reading_after_every_timestep_gives(int workers)
    {
        using Machine probed = SmallNetwork.NewMachine(workers);
        var potentials = new SampleLog();
        var currents = new SampleLog();
        probed.Attach("b", "v", 1, potentials);
        probed.Attach("a", "u", 7, currents);
        probed.Run(300);
        probed.Run(250);

        using Machine read = SmallNetwork.NewMachine();
        List<string> expectedPotentials = [];
        List<string> expectedCurrents = [];
        for (int timestep = 1; timestep <= 550; timestep++)
        {
            read.Run(1);
            expectedPotentials.Add(Sample(timestep, read.Read("b", "v")));
            if (timestep % 7 == 0)
            {
                expectedCurrents.Add(Sample(timestep, read.Read("a", "u")));
            }
        }

        Assert.Equal(expectedPotentials, potentials.Samples);
        Assert.Equal(expectedCurrents, currents.Samples);
        Assert.True(currents.Samples.DistinctBy(sample => sample[sample.IndexOf(':', StringComparison.Ordinal)..]).Count() > 50);
    }

    [Fact]
    public void Unknown_populations_and_variables_are_refused_and_the_known_ones_are_named()
    {
        using Machine machine = SmallNetwork.NewMachine();
        var sink = new SampleLog();

        Assert.Contains("noise, outside, a, b", Refusal("c", "v"), StringComparison.Ordinal);
        Assert.Contains("u, v, refractoryCounter", Refusal("a", "w"), StringComparison.Ordinal);
        Assert.Contains("source", Refusal("noise", "v"), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => machine.Attach("a", "v", 0, sink));

        string Refusal(string population, string variable) =>
            Assert.Throws<ArgumentException>(() => machine.Attach(population, variable, 1, sink)).Message;
    }

    private static string Sample(long timestep, int[] values) => $"{timestep}: {string.Join(' ', values)}";

    private sealed class SampleLog : IProbeSink
    {
        public List<string> Samples { get; } = [];

        public void Write(long timestep, ReadOnlySpan<int> values) => Samples.Add(Sample(timestep, values.ToArray()));
    }
}
