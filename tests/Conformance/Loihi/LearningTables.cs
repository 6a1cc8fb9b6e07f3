using System.Text.Json;
using Ganglion.ChipSpec.Learning;
using Ganglion.Conformance.Tests.Vectors;
using Ganglion.Cores;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Weights, tags, delay variables and traces after every timestep, and what reached the target neurons.</summary>
internal sealed class LearningTables
{
    private static readonly string[] Synaptic = ["weights", "tag_1", "tag_2"];
    private static readonly string[] Traces = ["x1", "x2", "y1", "y2", "y3"];
    private readonly Dictionary<string, List<string>> _rows = [];

    /// <summary>Tables to be filled.</summary>
    public LearningTables(int timesteps)
    {
        foreach (string name in Synaptic.Concat(Traces))
        {
            _rows[name] = new List<string>(timesteps);
        }
    }

    /// <summary>The tables of a vector; a table with one row holds for all timesteps.</summary>
    public LearningTables(JsonElement expected)
        : this(0)
    {
        foreach (string name in Synaptic.Concat(Traces))
        {
            _rows[name] = [.. expected.GetProperty(name).EnumerateArray().Select(row => row.GetRawText().Replace(" ", "", StringComparison.Ordinal))];
        }

        Outputs.AddRange(expected.Matrix("a_out"));
    }

    /// <summary>Sum of the plastic contributions that reach each target neuron in a timestep.</summary>
    public List<int[]> Outputs { get; } = [];

    /// <summary>Adds the state of a core after a timestep.</summary>
    public void Add(Core core, int sources, int targets, long timestep)
    {
        _rows["weights"].Add(Synapses(RuleTarget.Weight));
        _rows["tag_1"].Add(Synapses(RuleTarget.Tag));
        _rows["tag_2"].Add(Synapses(RuleTarget.Delay));
        for (int trace = 0; trace < Traces.Length; trace++)
        {
            int count = trace < 2 ? sources : targets;
            _rows[Traces[trace]].Add($"[{string.Join(',', Enumerable.Range(0, count).Select(i => core.Trace(0, trace, i, timestep)))}]");
        }

        string Synapses(RuleTarget variable)
        {
            short[] values = core.PlasticVariable(0, variable).ToArray();
            return $"[{string.Join(',', Enumerable.Range(0, targets).Select(target =>
                $"[{string.Join(',', Enumerable.Range(0, sources).Select(source => values[(source * targets) + target]))}]"))}]";
        }
    }

    /// <summary>Compares with what was computed; traces are those of the end of an epoch.</summary>
    public void AssertEqual(LearningTables actual, int epoch, bool compareTargetTraces)
    {
        Assert.Equal(Outputs, actual.Outputs);
        foreach ((string name, List<string> rows) in _rows)
        {
            if (!compareTargetTraces && name[0] == 'y')
            {
                continue;
            }

            for (int timestep = 1; timestep <= actual._rows[name].Count; timestep++)
            {
                if (Synaptic.Contains(name) || timestep % epoch == 0)
                {
                    string expected = rows.Count == 1 ? rows[0] : rows[timestep - 1];
                    Assert.True(expected == actual._rows[name][timestep - 1], $"{name} after timestep {timestep}: expected {expected}, found {actual._rows[name][timestep - 1]}");
                }
            }
        }
    }
}
