using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Cores.Learning;

namespace Ganglion.Cores.Tests.Learning;

/// <summary>Learning done plainly: every trace decays in every timestep, and every synapse is visited at the end of every epoch.</summary>
/// <param name="image">A projection from every source onto every target.</param>
/// <param name="targets">Target neurons.</param>
/// <param name="draws">Draws, keyed as those of the engine.</param>
/// <param name="sourceKeys">Keys of the source neurons.</param>
/// <param name="targetKeys">Keys of the target neurons.</param>
internal sealed class LearningOracle(PlasticProjectionImage image, int targets, CounterDraws draws, uint[] sourceKeys, uint[] targetKeys)
{
    private readonly LearningRule _rule = LearningRule.Parse(image.Rule);
    private readonly int[,] _x = new int[image.Rows.Count, 2];
    private readonly int[,] _y = new int[targets, 3];
    private readonly int[] _sourceSpike = new int[image.Rows.Count];
    private readonly int[] _targetSpike = new int[targets];

    public int[] Weights { get; } = [.. image.Weights];

    public int[] Tags { get; } = image.Tags.Length > 0 ? [.. image.Tags] : new int[image.Weights.Length];

    public int[] Delays { get; } = new int[image.Weights.Length];

    public IEnumerable<int> Traces => Column(_x).Concat(Column(_y));

    /// <summary>Runs a timestep.</summary>
    public void Step(long timestep, IEnumerable<int> sources, IEnumerable<int> fired)
    {
        int step = (int)((timestep - 1) % image.EpochTimesteps) + 1;
        Note(sources, _sourceSpike, _x, 0, step);
        Note(fired, _targetSpike, _y, 2, step);
        if (step == image.EpochTimesteps)
        {
            Learn(timestep / image.EpochTimesteps);
        }
    }

    private void Note(IEnumerable<int> spikes, int[] last, int[,] traces, int firstTrace, int step)
    {
        foreach (int neuron in spikes)
        {
            for (int trace = 0; last[neuron] > 0 && trace < traces.GetLength(1); trace++)
            {
                traces[neuron, trace] = Math.Min(127, traces[neuron, trace] + image.Traces[firstTrace + trace].Impulse);
            }

            last[neuron] = step;
        }
    }

    private void Learn(long epoch)
    {
        int[,,] x = Play(_x, _sourceSpike, 0, TraceSide.Source, sourceKeys, epoch);
        int[,,] y = Play(_y, _targetSpike, 2, TraceSide.Target, targetKeys, epoch);
        for (int source = 0; source < _sourceSpike.Length; source++)
        {
            for (int target = 0; target < targets; target++)
            {
                Visit(source, target, x, y, epoch);
            }
        }

        Array.Clear(_sourceSpike);
        Array.Clear(_targetSpike);
    }

    /// <summary>Traces of all neurons in every timestep of the epoch; keeps those of the last.</summary>
    private int[,,] Play(int[,] traces, int[] spikes, int firstTrace, TraceSide side, uint[] keys, long epoch)
    {
        int[,,] history = new int[spikes.Length, traces.GetLength(1), image.EpochTimesteps + 1];
        for (int neuron = 0; neuron < spikes.Length; neuron++)
        {
            for (int trace = 0; trace < traces.GetLength(1); trace++)
            {
                TraceImage parameters = image.Traces[firstTrace + trace];
                uint draw = draws.Decay(side, keys[neuron] + (uint)trace, epoch);
                for (int step = 1; step <= image.EpochTimesteps; step++)
                {
                    decimal decayed = traces[neuron, trace] * (decimal)parameters.Decay / 4_294_967_296m;
                    int whole = (int)Math.Floor(decayed);
                    traces[neuron, trace] = whole + (draw < (decayed - whole) * 4_294_967_296m ? 1 : 0);
                    traces[neuron, trace] = Math.Min(127, traces[neuron, trace] + (spikes[neuron] == step ? parameters.Impulse : 0));
                    history[neuron, trace, step] = traces[neuron, trace];
                }
            }
        }

        return history;
    }

    private void Visit(int source, int target, int[,,] x, int[,,] y, long epoch)
    {
        int index = (source * targets) + target;
        (int w, int d, int t) = (Weights[index], Delays[index], Tags[index]);
        uint key = sourceKeys[source] + targetKeys[target];
        Weights[index] = Learned(RuleTarget.Weight, w);
        Delays[index] = Learned(RuleTarget.Delay, d);
        Tags[index] = Learned(RuleTarget.Tag, t);

        int Learned(RuleTarget variable, int before)
        {
            long begin = Math.Max(before * 128L, -32_769);
            long sum = begin;
            foreach (RuleProduct product in _rule.Products.Where(product => product.Target == variable))
            {
                int at = product.Gate switch
                {
                    RuleGate.SourceSpike => _sourceSpike[source],
                    RuleGate.TargetSpike => _targetSpike[target],
                    _ => epoch % (1L << product.EpochPower) == 0 ? image.EpochTimesteps : 0,
                };
                sum = at == 0 ? sum : Math.Clamp(sum + Math.Clamp(Value(product, at), -32_769, 32_767), -32_769, 32_767);
            }

            if (sum == begin)
            {
                return before;
            }

            (int low, int high) = (variable, image.Sign) switch
            {
                (RuleTarget.Delay, _) => (0, 255),
                (RuleTarget.Tag, _) => (-257, 255),
                (_, PlasticSign.Excitatory) => (0, 255),
                (_, PlasticSign.Inhibitory) => (-255, 0),
                _ => (-256, 255),
            };
            sum = low == 0 ? Math.Max(0, sum) : high == 0 ? Math.Min(0, sum) : sum;
            uint drawn = (uint)draws.Rounding(Vector256.Create(key + ((uint)variable * 0x9E3779B1)), draws.RoundingWord(epoch))[0];
            return (int)Math.Clamp((sum >> 7) + (drawn < (sum & 127) ? 1 : 0), low, high);
        }

        long Value(RuleProduct product, int at)
        {
            long value = product.Mantissa;
            foreach (RuleFactor factor in product.Factors)
            {
                (int variable, int bits) = factor.Variable switch
                {
                    RuleVariable.X0 => (_sourceSpike[source] > 0 ? 1 : 0, 1),
                    RuleVariable.Y0 => (_targetSpike[target] > 0 ? 1 : 0, 1),
                    RuleVariable.X1 => (x[source, 0, at], 7),
                    RuleVariable.X2 => (x[source, 1, at], 7),
                    RuleVariable.Y1 => (y[target, 0, at], 7),
                    RuleVariable.Y2 => (y[target, 1, at], 7),
                    RuleVariable.Y3 => (y[target, 2, at], 7),
                    RuleVariable.Weight => (w, 9),
                    RuleVariable.Delay => (d, 9),
                    _ => (t, 9),
                };
                int plus = variable + factor.Constant;
                value *= factor.IsSign ? Math.Sign(plus) : Math.Clamp(plus, -(1 << bits), (1 << bits) - 1);
            }

            return (value >> Math.Max(0, product.Width - 15)) << (product.Exponent + 7);
        }
    }

    /// <summary>Trace by trace, neuron by neuron.</summary>
    private static IEnumerable<int> Column(int[,] traces) =>
        Enumerable.Range(0, traces.GetLength(1)).SelectMany(trace => Enumerable.Range(0, traces.GetLength(0)).Select(neuron => traces[neuron, trace]));
}
