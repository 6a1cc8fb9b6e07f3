using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>A chain of linear maps without neurons between them, e.g. convolution, pool, dense layer, as one projection.</summary>
/// <remarks>
/// The row of a source neuron is its unit vector sent through all stages: weights multiply along a path, delays add, and paths that
/// end at the same target with the same delay are summed to one synapse. Stages between whose shapes only the number of axes
/// differs need no stage of their own.
/// </remarks>
public sealed record Composed : Connectivity
{
    [ThreadStatic]
    private static Stack<Scratch>? _free;

    /// <summary>Creates the chain.</summary>
    /// <param name="stages">The maps in order, at least one. A stage's delays count: give stages delay 0 where they take no time.</param>
    /// <param name="shapes">Shapes between the stages: one fewer than there are stages.</param>
    public Composed(IReadOnlyList<Connectivity> stages, IReadOnlyList<IReadOnlyList<int>> shapes)
    {
        Stages = [.. stages];
        Shapes = [.. shapes];
    }

    /// <summary>The maps in order.</summary>
    public IReadOnlyList<Connectivity> Stages { get; }

    /// <summary>Shapes between the stages.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Shapes { get; }

    /// <inheritdoc/>
    public override IntegerRange Delays => new(Stages.Sum(s => s.Delays.Min), Stages.Sum(s => s.Delays.Max));

    /// <inheritdoc/>
    public override void AppendRow(int source, List<Synapse> row)
    {
        _free ??= new Stack<Scratch>();
        Scratch scratch = _free.Count > 0 ? _free.Pop() : new Scratch();
        scratch.Current.Clear();
        Stages[0].AppendRow(source, scratch.Current);
        for (int stage = 1; stage < Stages.Count; stage++)
        {
            scratch.Apply(Stages[stage]);
        }

        row.AddRange(scratch.Current);
        _free.Push(scratch);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        if (Stages.Count == 0 || Shapes.Count != Stages.Count - 1)
        {
            yield return $"a chain of {Stages.Count} maps with {Shapes.Count} shapes between them does not exist";
            yield break;
        }

        foreach (IReadOnlyList<int> shape in Shapes.Where(shape => shape.Any(extent => extent < 1) || shape.Volume() > int.MaxValue))
        {
            yield return $"the shape {shape.Text()} between its stages is empty or too large";
            yield break;
        }

        bool valid = true;
        for (int stage = 0; stage < Stages.Count; stage++)
        {
            (IReadOnlyList<int> from, IReadOnlyList<int> to) = Ends(stage, source, target);
            foreach (string problem in Stages[stage].Validate(from, to))
            {
                valid = false;
                yield return $"stage {stage + 1} of {Stages.Count} ({Stages[stage].GetType().Name}): {problem}";
            }
        }

        if (valid && Stages.Sum(stage => (long)stage.Delays.Max) > MaximumDelay)
        {
            yield return $"the delays of its stages add up to more than {MaximumDelay} timesteps";
        }
    }

    /// <inheritdoc/>
    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        double synapses = source.Volume();
        for (int stage = 0; stage < Stages.Count; stage++)
        {
            (IReadOnlyList<int> from, IReadOnlyList<int> to) = Ends(stage, source, target);
            double fanOut = Stages[stage].EstimateSynapses(from, to) / Math.Max(1, from.Volume());
            synapses = Math.Min(synapses * fanOut, source.Volume() * to.Volume());
        }

        return synapses;
    }

    /// <inheritdoc/>
    public override void AddTo(XxHash128 hash)
    {
        hash.Add(nameof(Composed));
        hash.Add((long)Stages.Count);
        foreach (Connectivity stage in Stages)
        {
            stage.AddTo(hash);
        }

        foreach (IReadOnlyList<int> shape in Shapes)
        {
            hash.Add(shape);
        }
    }

    private (IReadOnlyList<int> From, IReadOnlyList<int> To) Ends(int stage, IReadOnlyList<int> source, IReadOnlyList<int> target) =>
        (stage == 0 ? source : Shapes[stage - 1], stage == Stages.Count - 1 ? target : Shapes[stage]);

    /// <summary>Buffers of one row; a chain within a chain takes another set.</summary>
    private sealed class Scratch
    {
        private readonly List<Synapse> _fanOut = [];
        private readonly Dictionary<(int Target, int Delay), double> _sums = [];

        public List<Synapse> Current { get; } = [];

        public void Apply(Connectivity stage)
        {
            _sums.Clear();
            foreach (Synapse incoming in Current)
            {
                _fanOut.Clear();
                stage.AppendRow(incoming.Target, _fanOut);
                foreach (Synapse outgoing in _fanOut)
                {
                    (int Target, int Delay) end = (outgoing.Target, incoming.Delay + outgoing.Delay);
                    CollectionsMarshal.GetValueRefOrAddDefault(_sums, end, out _) += incoming.Weight * outgoing.Weight;
                }
            }

            Current.Clear();
            foreach (((int target, int delay), double weight) in _sums)
            {
                Current.Add(new Synapse(target, weight, delay));
            }

            Current.Sort(static (a, b) => a.Target != b.Target ? a.Target.CompareTo(b.Target) : a.Delay.CompareTo(b.Delay));
        }
    }
}
