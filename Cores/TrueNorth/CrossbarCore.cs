using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.State;
using Ganglion.Cores.Synapses;

namespace Ganglion.Cores.TrueNorth;

/// <summary>A core with a binary crossbar, four types of axons, and a scheduler that merges spikes.</summary>
/// <remarks>
/// <code>
/// deliver   bit (t + 1 + delay, axon) = 1                      spikes that meet are one
/// update    V += Σ over axons whose bit is set and that reach the compartment: s[type of the axon]
/// </code>
/// The upper half of a synapse word is the axon's type; all words of a row agree. The delay slots of the synapse memory are those of the
/// scheduler. Source: Merolla et al. 2014, Science 345(6197), doi:10.1126/science.1254642; docs/chips/truenorth.md.
/// </remarks>
public sealed class CrossbarCore : Core
{
    private readonly TrueNorthLif _model;
    private readonly Crossbar _crossbar;
    private readonly AxonScheduler _scheduler;
    private readonly StochasticSynapses _stochastic;
    private readonly int[][] _weights;
    private readonly int[] _sums;

    /// <summary>Loads a core.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">The image's columns or synapses do not fit a crossbar.</exception>
    public CrossbarCore(CoreImage image)
        : base(image, new CompartmentTable(TrueNorthLif.Variables, image))
    {
        SynapseMemoryCheck.Check(image.Synapses, image.Compartments);
        _model = TrueNorthLif.Bind(Table);
        _crossbar = new Crossbar(image.Synapses, image.Compartments);
        _scheduler = new AxonScheduler(_crossbar.Axons, image.Synapses.DelaySlots);
        _weights = [Table["weight0"], Table["weight1"], Table["weight2"], Table["weight3"]];
        _stochastic = new StochasticSynapses(_crossbar, Table, _weights);
        _sums = new int[Table.PaddedCompartments];
        if ((_model.IsStochastic || !_stochastic.IsEmpty) && Table["logicalId"].AsSpan(0, image.Compartments).Contains(-1))
        {
            throw new ArgumentException("Stochastic compartments need the column 'logicalId', which keys their draws.");
        }
    }

    /// <inheritdoc/>
    public override int PendingTimesteps => _scheduler.Ahead;

    /// <inheritdoc/>
    public override void Update(long timestep)
    {
        TrueNorthLif model = _model;
        bool received = Integrate(timestep);
        if (model.IsStochastic)
        {
            model.Draw(Seed, timestep);
        }

        int active = 0;
        int dendriteUpdates = 0;
        SomaLanes lanes = default;
        FiredCount = 0;
        for (int first = 0; first < Table.PaddedCompartments; first += CompartmentTable.Lanes)
        {
            var input = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_sums), (nuint)first);
            model.Step(first, input, ref lanes);
            active += BitOperations.PopCount(lanes.Active);
            dendriteUpdates += CompartmentTable.Lanes - BitOperations.PopCount(Vector256.Equals(input, Vector256<int>.Zero).ExtractMostSignificantBits());
            for (uint spiked = lanes.Spiked; spiked != 0; spiked &= spiked - 1)
            {
                FiredCompartments[FiredCount++] = first + BitOperations.TrailingZeroCount(spiked);
            }
        }

        Settled = !received && !model.IsStochastic && FiredCount == 0 && lanes.Changed == Vector256<int>.Zero;
        SettledActive = active;
        Counters.DendriteUpdates += dendriteUpdates;
        Counters.CompartmentsActive += active;
        Counters.CompartmentsInactive += Compartments - active;
        Counters.Spikes += FiredCount;
    }

    /// <inheritdoc/>
    public override void Deliver(long timestep, ReadOnlySpan<AxonEvent> events)
    {
        foreach (AxonEvent axonEvent in events)
        {
            PendingUntil = Math.Max(PendingUntil, _scheduler.Schedule(timestep, axonEvent.Axon, axonEvent.Delay));
        }

        Counters.AxonEvents += events.Length;
    }

    /// <inheritdoc/>
    public override int PendingInput(long timestep, int compartment)
    {
        int sum = 0;
        ReadOnlySpan<ulong> slot = _scheduler.Slot(timestep);
        for (int word = 0; word < slot.Length; word++)
        {
            for (ulong bits = slot[word]; bits != 0; bits &= bits - 1)
            {
                int axon = (word * 64) + BitOperations.TrailingZeroCount(bits);
                sum += _crossbar.IsConnected(axon, compartment) ? _weights[_crossbar.Type(axon)][compartment] : 0;
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _scheduler.Clear();
    }

    /// <inheritdoc/>
    private protected override void VisitInput(IStateVisitor visitor) => _scheduler.Visit(visitor);

    /// <summary>Sums what the axons of a timestep bring, and empties their slot.</summary>
    /// <returns>Whether any axon was set.</returns>
    private bool Integrate(long timestep)
    {
        Array.Clear(_sums);
        Span<ulong> slot = _scheduler.Slot(timestep);
        long synapses = 0;
        bool received = false;
        for (int word = 0; word < slot.Length; word++)
        {
            received |= slot[word] != 0;
            for (ulong bits = slot[word]; bits != 0; bits &= bits - 1)
            {
                int axon = (word * 64) + BitOperations.TrailingZeroCount(bits);
                int type = _crossbar.Type(axon);
                synapses += _crossbar.Length(axon);
                if (_stochastic.Has(type))
                {
                    _stochastic.Add(axon, Seed, timestep, _sums);
                }
                else
                {
                    _crossbar.Add(axon, _weights[type], _sums);
                }
            }
        }

        slot.Clear();
        Counters.SynapticEventsDense += synapses;
        return received;
    }
}
