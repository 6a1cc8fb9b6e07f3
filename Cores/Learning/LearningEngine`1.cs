using Ganglion.ChipSpec.Image;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Learning;

/// <summary>The learning engine with one way to draw.</summary>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal sealed class LearningEngine<TDraws> : LearningEngine
    where TDraws : struct, ILearningDraws
{
    private const int SourceTraces = 2;
    private const int NoRow = -1;

    private readonly PlasticProjection<TDraws>[] _projections;
    private readonly (short Projection, int Row)[] _rows;
    private readonly (int Projection, int Row)[]?[] _thirdFactors;

    /// <summary>Loads the plastic projections of a core.</summary>
    /// <param name="image">The core.</param>
    /// <param name="memory">The core's own copy of its synapse memory.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="draws">Where the draws come from.</param>
    public LearningEngine(CoreImage image, SynapseMemory memory, ulong seed, TDraws draws)
    {
        int[] neurons = Neurons(image);
        _projections = [.. image.Plastic.Select(plastic => new PlasticProjection<TDraws>(plastic, memory, neurons, draws, seed))];
        _rows = new (short, int)[memory.Rows.Length];
        Array.Fill(_rows, ((short)NoRow, NoRow));
        _thirdFactors = new (int, int)[]?[memory.Rows.Length];
        for (int projection = 0; projection < _projections.Length; projection++)
        {
            PlasticProjectionImage plastic = image.Plastic[projection];
            for (int row = 0; row < plastic.Rows.Count; row++)
            {
                _rows[plastic.Rows[row].Axon] = ((short)projection, row);
            }

            for (int row = 0; row < plastic.ThirdFactors.Count; row++)
            {
                ref (int, int)[]? driven = ref _thirdFactors[plastic.ThirdFactors[row].Axon];
                driven = [.. driven ?? [], (projection, row)];
            }
        }
    }

    /// <inheritdoc/>
    public override LearningCounts Counts
    {
        get
        {
            LearningCounts sum = default;
            foreach (PlasticProjection<TDraws> projection in _projections)
            {
                LearningCounts counts = projection.Counts;
                sum = new LearningCounts(sum.Updates + counts.Updates, sum.WeightWrites + counts.WeightWrites, sum.TraceUpdates + counts.TraceUpdates);
            }

            return sum;
        }
    }

    /// <inheritdoc/>
    public override void SourcesFired(long timestep, ReadOnlySpan<AxonEvent> events)
    {
        foreach (ref readonly AxonEvent spike in events)
        {
            (short projection, int row) = _rows[spike.Axon];
            if (projection != NoRow)
            {
                _projections[projection].SourceFired(row, spike.Payload, timestep);
            }

            foreach ((int modulated, int index) in _thirdFactors[spike.Axon] ?? [])
            {
                _projections[modulated].ThirdFactorFired(index, spike.Payload);
            }
        }
    }

    /// <inheritdoc/>
    public override void Learn(long timestep, ReadOnlySpan<int> compartments)
    {
        foreach (PlasticProjection<TDraws> projection in _projections)
        {
            foreach (int compartment in compartments)
            {
                projection.TargetFired(compartment, timestep);
            }

            projection.Learn(timestep);
        }
    }

    /// <inheritdoc/>
    public override void Reset() => Array.ForEach(_projections, projection => projection.Reset());

    /// <inheritdoc/>
    public override void Visit(IStateVisitor visitor, long timestep) => Array.ForEach(_projections, projection => projection.Visit(visitor, timestep));

    /// <inheritdoc/>
    public override PlasticSynapses Synapses(int projection) => _projections[projection].Synapses;

    /// <inheritdoc/>
    public override int Trace(int projection, int trace, int index, long timestep) => trace < SourceTraces
        ? _projections[projection].SourceTrace(index, trace, timestep)
        : _projections[projection].TargetTrace(index, trace - SourceTraces, timestep);

    private static int[] Neurons(CoreImage image)
    {
        int[] neurons = new int[image.Compartments];
        foreach (CompartmentRun run in image.Runs)
        {
            for (int i = 0; i < run.Count; i++)
            {
                neurons[run.FirstCompartment + i] = run.FirstNeuron + i;
            }
        }

        return neurons;
    }
}
