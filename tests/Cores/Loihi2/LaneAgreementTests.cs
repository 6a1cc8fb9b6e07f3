using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Loihi2;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Tests.Loihi2;

/// <summary>Four compartments at a time do what one at a time does, for any parameters, state and input.</summary>
public sealed class LaneAgreementTests
{
    private const int Steps = 10;
    private const int MostCompartments = 19;

    /// <summary>Three axons, of which the second and third reach the second port as well.</summary>
    private const int Axons = 3;

    private static readonly Gen<int> Value = Gen.OneOf(
        Gen.Int[-300, 300], Gen.Int[-(1 << 23), 1 << 23], Gen.Int, Gen.OneOf(0, 0, 1, -1, int.MinValue, int.MaxValue, (1 << 23) - 1, 1 - (1 << 23)));

    private static readonly Dictionary<string, Action> Comparisons = new[]
    {
        Comparison<AdaptiveThresholdLif>(), Comparison<CorrectedSigmaDelta>(), Comparison<Delta>(), Comparison<GradedReluVector>(),
        Comparison<GradedVector>(), Comparison<InverseSquareRoot>(), Comparison<NormVector>(), Comparison<Product>(),
        Comparison<ResonateAndFire>(), Comparison<ResonateAndFireIzhikevich>(), Comparison<ResonateAndFireZero>(), Comparison<Sigma>(),
        Comparison<SigmaDelta>(),
    }.ToDictionary();

    public static TheoryData<string> Models => [.. Comparisons.Keys];

    [Fact]
    public void Every_graded_model_is_compared() => Assert.Equal(
        CoreFactory.Models.Where(model => model.StartsWith("loihi2-", StringComparison.Ordinal)).Order(), Comparisons.Keys.Order());

    [Theory]
    [MemberData(nameof(Models))]
    public void Four_at_a_time_equals_one_at_a_time(string model)
    {
        Assert.SkipUnless(VectorLanes.IsSupported, "this processor has no AVX2, so one at a time is all there is");
        Comparisons[model]();
    }

    private static KeyValuePair<string, Action> Comparison<TModel>()
        where TModel : struct, IGradedModel<TModel> =>
        new(TModel.Name, () => Gen.Select(Gen.Int[1, MostCompartments], Columns<TModel>(), Value.Array[Steps * Axons]).Sample(Compare<TModel>, iter: 400));

    /// <summary>Values of every column for the most compartments, each in the range of its kind.</summary>
    private static Gen<int[][]> Columns<TModel>()
        where TModel : struct, IGradedModel<TModel> =>
        Gen.Select(Gen.Bool, Value.Array[64 * MostCompartments], (isCalm, values) => NamesOf<TModel>().Select((name, column) =>
            values.Skip(column * MostCompartments).Take(MostCompartments).Select(value => InRange(name, value, isCalm)).ToArray()).ToArray());

    /// <summary>Calm cores hold small numbers, so that thresholds are now reached and now not.</summary>
    private static int InRange(string name, int value, bool isCalm) => name switch
    {
        "payloadBits" => (int)((uint)value % 33),
        "weightExponent" or "secondWeightExponent" => (int)((uint)value % (isCalm ? 3 : 63)) - (isCalm ? 1 : 31),
        "relu" or "square" or "cumulativeError" => value & 1,
        "spikeExponent" or "stateExponent" or "exponent" => value & (isCalm ? 3 : 31),
        "decayBits" => isCalm ? 12 : value & 15,
        _ when name.EndsWith("Decay", StringComparison.Ordinal) => (int)((uint)value % 4097),
        _ => isCalm ? value % 1000 : value,
    };

    private static string[] NamesOf<TModel>()
        where TModel : struct, IGradedModel<TModel> =>
        ["payloadBits", "weightExponent", .. TModel.Ports > 1 ? ["secondWeightExponent"] : Array.Empty<string>(), .. TModel.Variables.Select(variable => variable.Name)];

    private static void Compare<TModel>(int compartments, int[][] columns, int[] payloads)
        where TModel : struct, IGradedModel<TModel>
    {
        CoreImage image = CoreImages.Of(compartments, Memory(compartments, TModel.Ports),
            [.. NamesOf<TModel>().Select((name, column) => (name, columns[column][..compartments]))]);
        Core one = new GradedCore<TModel, ScalarLane>(image);
        Core four = new GradedCore<TModel, VectorLanes>(image);
        for (int step = 0; step < Steps; step++)
        {
            AxonEvent[] events = [.. Enumerable.Range(0, Axons).Where(axon => (step + axon) % 3 != 0).Select(axon => new AxonEvent(axon, payloads[(step * Axons) + axon]))];
            one.Deliver(step, events);
            four.Deliver(step, events);
            one.Update(step + 1);
            four.Update(step + 1);

            Assert.Equal(one.Spikes.ToArray(), four.Spikes.ToArray());
            Assert.Equal(one.Payloads.ToArray(), four.Payloads.ToArray());
            Assert.Equal(one.Counters, four.Counters);
            Assert.Equal(one.NeedsUpdate(step + 2), four.NeedsUpdate(step + 2));
            foreach (NeuronVariable variable in one.Table.Variables)
            {
                Assert.Equal(one.Table[variable.Name], four.Table[variable.Name]);
            }
        }

        Assert.All(one.Spikes.ToArray(), compartment => Assert.InRange(compartment, 0, compartments - 1));
    }

    private static SynapseMemory Memory(int compartments, int ports)
    {
        SynapseMemory memory = CoreImages.Sparse(
            32, 2 * ports,
            [.. Enumerable.Range(0, Axons).Select(axon => Enumerable.Range(0, compartments)
                .SelectMany(target => Enumerable.Range(0, axon == 0 ? 1 : ports).Select(port => (target, port, (short)((target * 37 * (axon + 1) % 41) - 20)))).ToArray())]);
        return memory with { Receptors = ports };
    }
}
