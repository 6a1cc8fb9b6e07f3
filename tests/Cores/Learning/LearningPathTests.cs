using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Cores.Learning;

namespace Ganglion.Cores.Tests.Learning;

/// <summary>Lazy traces and single synapses, and all traces with whole rows and columns in vectors, learn the same.</summary>
public sealed class LearningPathTests
{
    private const int Sources = 21;
    private const int Targets = 13;
    private const int Timesteps = 120;

    [Fact]
    public void Visiting_in_vectors_changes_what_visiting_one_by_one_changes()
    {
        long writes = 0;
        Cases.Sample(
            sample =>
            {
                (string bulk, long bulkWrites) = Run(sample, bulkThreshold: 0);
                (string single, _) = Run(sample, double.PositiveInfinity);
                Interlocked.Add(ref writes, bulkWrites);
                Assert.True(single == bulk, $"{sample.Rule} {sample.Sign} imp {string.Join(",", sample.Impulses)} dec {string.Join(",", sample.Decays)} exp {sample.Exponent} rate {sample.Rate}");
            },
            iter: 150);

        Assert.True(writes > 10_000, $"Only {writes} weights have changed; the comparison says nothing.");
    }

    [Fact]
    public void Changing_between_both_ways_in_the_middle_of_a_run_changes_nothing() =>
        Cases.Sample(sample => Assert.Equal(Run(sample, double.PositiveInfinity).State, Run(sample, bulkThreshold: 2).State), iter: 60);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(63)]
    public void Lazy_learning_gives_what_eager_learning_gives(int epochTimesteps) => Cases.Sample(
        sample => Assert.Equal(RunEagerly(sample with { EpochTimesteps = epochTimesteps }), Run(sample with { EpochTimesteps = epochTimesteps }, double.PositiveInfinity).State.Split(" | ")[..2]),
        iter: 60);

    private static readonly Gen<LearningCase> Cases =
        from rule in Gen.OneOf(
            "dw = 2^-2*y0*x1 - 2^-2*x0*y1",
            "dw = 3*2^-4*y0*(x1 + 5) - 5*2^-5*x0*y3",
            "dw = 2^-1*x0*sgn(w - 10)*y1 + 2^-3*y0*x2",
            "dw = 2^-5*u1*t*y2; dt = 2^-1*x0*y1 - 2^-2*y0*x1 - 2^-4*u1*t",
            "dd = 2^-3*x0*y1 - 2^-3*y0*x1; dw = 2^-2*y0*x1",
            "dw = x0*y0*x1 - 2^-4*y0*(y1 - 20)",
            "dw = 2^-1*y0*x1 - 2^-3*y0*w",
            "dw = 2^-1*x0*y3 - 2^-3*x0*w",
            "dw = -1*x0 + y0*x2*y1")
        from sign in Gen.OneOf(PlasticSign.Mixed, PlasticSign.Excitatory, PlasticSign.Inhibitory)
        from impulses in Gen.Int[0, 127].Array[5]
        from decays in Gen.OneOf(Gen.UInt, Gen.Const(0u), Gen.Const(uint.MaxValue)).Array[5]
        from exponent in Gen.Int[-2, 2]
        from weights in Gen.Int[-256, 255].Array[Sources * Targets]
        from sourceSpikes in Gen.Double[0, 1].Array[Timesteps * Sources]
        from targetSpikes in Gen.Double[0, 1].Array[Timesteps * Targets]
        from rate in Gen.Double[0.02, 0.4]
        from seed in Gen.ULong
        select new LearningCase(rule, sign, impulses, decays, exponent, weights, sourceSpikes, targetSpikes, rate, seed);

    private static (string State, long Writes) Run(LearningCase sample, double bulkThreshold)
    {
        SynapseMemory memory = LearningImages.Dense(Sources, Targets);
        PlasticProjectionImage image = LearningImages.Plastic(sample, Sources, Targets);
        memory = PlasticMemory.Copy(memory, [image]);
        PlasticContributions.Write(memory, image);
        var projection = new PlasticProjection<CounterDraws>(
            image, memory, [.. Enumerable.Range(0, Targets)], new CounterDraws(sample.Seed), sample.Seed)
        {
            BulkThreshold = bulkThreshold,
        };
        for (int timestep = 1; timestep <= Timesteps; timestep++)
        {
            foreach (int source in Fired(sample.SourceSpikes, Sources, timestep, sample.Rate))
            {
                projection.SourceFired(source, 1, timestep);
            }

            foreach (int target in Fired(sample.TargetSpikes, Targets, timestep, sample.Rate))
            {
                projection.TargetFired(target, timestep);
            }

            projection.Learn(timestep);
        }

        PlasticSynapses synapses = projection.Synapses;
        string traces = string.Join(
            ' ',
            Enumerable.Range(0, 2).SelectMany(trace => Enumerable.Range(0, Sources).Select(i => projection.SourceTrace(i, trace, Timesteps)))
                .Concat(Enumerable.Range(0, 3).SelectMany(trace => Enumerable.Range(0, Targets).Select(i => projection.TargetTrace(i, trace, Timesteps)))));
        string variables = string.Join(' ', synapses.Read(RuleTarget.Weight).Take(synapses.Count).Concat(synapses.Tags.Take(synapses.Count)).Concat(synapses.Delays.Take(synapses.Count)));
        return ($"{traces} | {variables} | {string.Join(' ', memory.Words)} | {projection.Counts.Updates} {projection.Counts.WeightWrites}", projection.Counts.WeightWrites);
    }

    private static string[] RunEagerly(LearningCase sample)
    {
        PlasticProjectionImage image = LearningImages.Plastic(sample, Sources, Targets);
        var random = new CounterRandom(sample.Seed, RandomPurpose.Learning);
        uint[] Keys(int count, long side) => [.. Enumerable.Range(0, count).Select(neuron => random.Draw(((ulong)image.Projection << 32) | (uint)neuron, side))];
        var oracle = new LearningOracle(image, Targets, new CounterDraws(sample.Seed), Keys(Sources, 1), Keys(Targets, 2));
        for (int timestep = 1; timestep <= Timesteps; timestep++)
        {
            oracle.Step(timestep, Fired(sample.SourceSpikes, Sources, timestep, sample.Rate), Fired(sample.TargetSpikes, Targets, timestep, sample.Rate));
        }

        return [string.Join(' ', oracle.Traces), string.Join(' ', oracle.Weights.Concat(oracle.Tags).Concat(oracle.Delays))];
    }

    private static IEnumerable<int> Fired(double[] uniform, int neurons, int timestep, double rate) =>
        Enumerable.Range(0, neurons).Where(neuron => uniform[((timestep - 1) * neurons) + neuron] < rate);
}
