using System.Text.Json;
using Ganglion.ChipSpec.Arithmetic;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Conformance.Tests.Vectors;
using Ganglion.Cores;
using Ganglion.Cores.Learning;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Kinds <c>learn</c>, <c>learn_3f</c> and <c>learn_graded</c>: one plastic projection between given spike trains, with recorded draws.</summary>
/// <remarks>Row k of a table belongs to timestep k + 1. A teacher lets the target neurons fire when the vector says so.</remarks>
internal static class LearningVectors
{
    private const int TeacherWeight = 20_000;
    private const int Threshold = 16_384 << 6;

    /// <summary>Payloads of 255 through weights of 255 stay below this threshold, and the teacher's spikes above.</summary>
    private const int GradedTeacherPayload = 1_000;
    private const int GradedThreshold = 10_000_000;
    private static readonly string[] TraceNames = ["x1", "x2", "y1", "y2", "y3"];

    public static void Check(LoihiCase vector)
    {
        var expected = new LearningTables(vector.Expected);
        LearningRule rule = LearningRule.Parse(vector.Data.Text("rule"));
        Assert.Equal(Products(vector.Data), rule.Products.Select(Describe));
        Core core = CoreFactory.Create(Image(vector.Data, rule));
        core.RecordedDraws = Draws(vector.Data.GetProperty("draws"));
        int[][] pre = vector.Data.Matrix("pre");
        int[][] post = vector.Data.Matrix("post");
        int sources = pre[0].Length;
        int targets = post[0].Length;
        int epoch = vector.Data.Int("t_epoch");
        int[][][]? third = vector.Data.TryGetProperty("y_in", out JsonElement input) ? [.. TraceNames[2..].Select(name => input.Matrix(name))] : null;
        int teacherPayload = IsGraded(vector.Data) ? GradedTeacherPayload : 1;
        var actual = new LearningTables(pre.Length);
        core.Deliver(0, Teach(sources, post[0], teacherPayload));
        for (int timestep = 1; timestep <= pre.Length; timestep++)
        {
            actual.Outputs.Add([.. Enumerable.Range(0, targets).Select(target => core.PendingInput(timestep, target) - (post[timestep - 1][target] * TeacherWeight * teacherPayload))]);
            core.Update(timestep);
            List<AxonEvent> events = [.. Enumerable.Range(0, sources).Where(i => pre[timestep - 1][i] != 0).Select(i => new AxonEvent(i, pre[timestep - 1][i], 0))];
            if (timestep < pre.Length)
            {
                events.AddRange(Teach(sources, post[timestep], teacherPayload));
            }

            for (int trace = 0; third is not null && trace < 3; trace++)
            {
                for (int target = 0; target < targets; target++)
                {
                    events.Add(new AxonEvent(sources + targets + (trace * targets) + target, third[trace][timestep - 1][target], 0));
                }
            }

            core.Deliver(timestep, events.ToArray());
            core.Learn(timestep);
            actual.Add(core, sources, targets, timestep);
        }

        expected.AssertEqual(actual, epoch, third is null);
    }

    private static IEnumerable<string> Products(JsonElement data) => data.GetProperty("products").EnumerateArray().Select(product =>
        string.Join(
            ' ',
            product.Text("target"), product.Text("dependency"), product.Int("s_mant"), product.Int("s_exp_reg") - 7,
            product.GetProperty("k").ValueKind == JsonValueKind.Null ? 0 : product.Int("k"),
            string.Join(' ', product.GetProperty("factors").EnumerateArray().Select(factor =>
                $"{factor.Text("var")}{factor.Int("const"):+0;-0;+0}{(factor.Int("sgn") == 0 ? "" : "s")}"))));

    private static string Describe(RuleProduct product) => string.Join(
        ' ',
        product.Target switch { RuleTarget.Weight => "dw", RuleTarget.Delay => "dd", _ => "dt" },
        product.Gate switch { RuleGate.SourceSpike => "x0", RuleGate.TargetSpike => "y0", _ => "u" },
        product.Mantissa,
        product.Exponent,
        product.EpochPower,
        string.Join(' ', product.Factors.Select(factor => $"{Word(factor.Variable)}{factor.Constant:+0;-0;+0}{(factor.IsSign ? "s" : "")}")));

    private static string Word(RuleVariable variable) => variable switch
    {
        RuleVariable.Weight => "w",
        RuleVariable.Delay => "d",
        RuleVariable.Tag => "t",
        _ => variable.ToString().ToLowerInvariant(),
    };

    private static bool IsGraded(JsonElement data) => data.TryGetProperty("graded_spike_cfg", out _);

    private static AxonEvent[] Teach(int sources, int[] post, int payload) =>
        [.. Enumerable.Range(0, post.Length).Where(i => post[i] != 0).Select(i => new AxonEvent(sources + i, payload, 0))];

    internal static RecordedDraws Draws(JsonElement draws) => new()
    {
        SourceDecay = Doubles(draws, "x_decay"),
        TargetDecay = Doubles(draws, "y_decay"),
        Rounding = Doubles(draws, "syn_round"),
    };

    private static double[] Doubles(JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(value => value.GetDouble())];

    private static CoreImage Image(JsonElement data, LearningRule rule)
    {
        // lava drops what its weight format cannot hold once, before the first timestep.
        bool isMixed = data.Text("sign_mode") == "mixed";
        int[][] weights = [.. data.Matrix("weights0").Select(row => Array.ConvertAll(row, weight => LoihiWeight.Truncate(weight, 8, isMixed)))];
        int targets = weights.Length;
        int sources = weights[0].Length;
        bool hasThird = data.TryGetProperty("y_in", out _);
        const int stride = 8;
        List<SynapseRow> rows = [];
        List<uint> words = [];
        for (int source = 0; source < sources; source++)
        {
            rows.Add(new SynapseRow(words.Count, targets, 0, RowForm.Sparse, RowForm.Sparse));
            words.AddRange(Enumerable.Range(0, targets).Select(target => ((uint)weights[target][source] << 16) | (uint)target));
        }

        for (int target = 0; target < targets; target++)
        {
            rows.Add(new SynapseRow(words.Count, 1, 0, RowForm.Sparse, RowForm.Sparse));
            words.Add(((uint)TeacherWeight << 16) | (uint)target);
        }

        List<ThirdFactorRow> third = [];
        for (int trace = 0; hasThird && trace < 3; trace++)
        {
            for (int target = 0; target < targets; target++)
            {
                third.Add(new ThirdFactorRow { Axon = rows.Count, Trace = trace, Compartments = [target], Amounts = [1] });
                rows.Add(new SynapseRow(words.Count, 0, 0, RowForm.Sparse, RowForm.Sparse));
            }
        }

        return new CoreImage
        {
            Core = 0,
            Model = IsGraded(data) ? "loihi2-graded-relu-vector" : "loihi-cuba-lif",
            Compartments = targets,
            Runs = [new CompartmentRun { Population = 0, FirstNeuron = 0, FirstCompartment = 0, Count = targets }],
            Parameters = IsGraded(data) ? Columns(("threshold", GradedThreshold)) : Columns(
                ("currentDecay", 4096), ("potentialDecay", 4096), ("threshold", Threshold), ("bias", 0), ("refractory", 1),
                ("minimumPotential", -(1 << 23) + 1), ("maximumPotential", (1 << 23) - 1), ("u", 0), ("v", 0)),
            Synapses = new SynapseMemory { SlotStride = stride, DelaySlots = 2, Rows = [.. rows], Words = [.. words], Dense = [] },
            AxonsOut = new AxonTable { First = new int[targets + 1], Core = [], Axon = [] },
            Usage = new CoreUsage
            {
                Compartments = targets,
                InAxons = rows.Count,
                OutAxons = 0,
                SynapseMemoryBits = 0,
                CompartmentConfigurations = 1,
                ThresholdConfigurations = 1,
                SynapseConfigurations = 1,
                Synapses = words.Count,
            },
            Plastic =
            [
                new PlasticProjectionImage
                {
                    Projection = 0,
                    Rule = rule.ToString(),
                    EpochTimesteps = data.Int("t_epoch"),
                    Traces = [.. TraceNames.Select(name => Trace(data.GetProperty("traces").GetProperty(name), hasThird && name[0] == 'y'))],
                    Sign = Enum.Parse<PlasticSign>(data.Text("sign_mode"), ignoreCase: true),
                    WeightExponent = data.Int("weight_exp"),
                    Graded = (GradedTrace)data.Int("graded_spike_cfg", 0),
                    Rows = [.. Enumerable.Range(0, sources).Select(source => new PlasticRow { Axon = source, SourceNeuron = source })],
                    Weights = Flat(weights),
                    Tags = data.TryGetProperty("tag1_0", out _) ? Flat(data.Matrix("tag1_0")) : [],
                    Delays = data.TryGetProperty("tag2_0", out _) ? Flat(data.Matrix("tag2_0")) : [],
                    ThirdFactors = third,
                },
            ],
        };
    }

    private static ParameterColumn[] Columns(params (string Name, int Value)[] columns) =>
        [.. columns.Select(column => new ParameterColumn { Name = column.Name, Values = [column.Value] })];

    private static TraceImage Trace(JsonElement trace, bool isThirdFactor) => new()
    {
        Impulse = trace.Int("impulse"),
        Decay = (uint)Math.Min(uint.MaxValue, Math.Round(Math.ScaleB(trace.GetProperty("exp_factor").GetDouble(), 32))),
        ThirdFactor = isThirdFactor ? ThirdFactorMode.Level : ThirdFactorMode.None,
    };

    /// <summary>A table of <c>[target][source]</c>, source by source.</summary>
    private static short[] Flat(int[][] table) =>
        [.. Enumerable.Range(0, table[0].Length).SelectMany(source => table.Select(row => (short)row[source]))];
}
