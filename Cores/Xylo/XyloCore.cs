using System.Numerics;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.State;
using Ganglion.Cores.Synapses;

namespace Ganglion.Cores.Xylo;

/// <summary>The core of a Xylo chip: hidden neurons, then output neurons.</summary>
/// <remarks>
/// A timestep takes the spikes of the timestep before, axon by axon (see <see cref="XyloSynapses"/>), and then updates the compartments in
/// ascending order (see <see cref="XyloSoma"/>). A compartment with an alias gives its spikes to another one: one with a higher number
/// counts on from there, one with a lower number gets them afterwards. A spike's payload is the number of spikes, at most 31.
/// </remarks>
public sealed class XyloCore : Core
{
    /// <summary>Name of the neuron model in chip specifications and images.</summary>
    public const string Model = "xylo-cuba-lif";

    /// <summary>Spikes of a compartment that one timestep can hold.</summary>
    internal const int LargestSpikes = 31;

    /// <summary>Synapse states of a compartment; each has a slot of the synapse memory.</summary>
    internal const int SynapseStates = 2;

    private const string InputAxons = "inputAxons";
    private readonly XyloSoma _soma;
    private readonly XyloSynapses _synapses;
    private readonly int[][] _synapseStates;
    private readonly int[] _alias;
    private readonly bool[] _isOrdered;
    private readonly int[] _spikes;
    private readonly int[] _payloads;

    /// <summary>Loads a core.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">The image's columns or synapses do not fit the model.</exception>
    public XyloCore(CoreImage image)
        : base(image, new CompartmentTable(Columns, image))
    {
        SynapseMemoryCheck.Check(image.Synapses, image.Compartments);
        XyloColumnCheck.Check(Table, image.Synapses);
        _soma = new XyloSoma(Table);
        _synapses = new XyloSynapses(image.Synapses, Table[InputAxons][0]);
        _synapseStates = [Table["isyn"], Table["isyn2"]];
        _alias = Table["alias"];
        _spikes = Table["s"];
        _payloads = new int[Table.PaddedCompartments];
        _isOrdered = new bool[Table.PaddedCompartments / CompartmentTable.Lanes];
        for (int compartment = 0; compartment < Compartments; compartment++)
        {
            if (_alias[compartment] > compartment)
            {
                _isOrdered[_alias[compartment] / CompartmentTable.Lanes] = true;
            }
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Payloads => _payloads.AsSpan(0, FiredCount);

    /// <inheritdoc/>
    public override int PendingTimesteps => 1;

    /// <summary>Columns of the model: parameters first, then state variables.</summary>
    public static IReadOnlyList<NeuronVariable> Columns { get; } =
    [
        new(InputAxons, IsState: false, Default: 0, Padding: 0),
        new("synapseDash", IsState: false, Default: 0, Padding: 0),
        new("secondSynapseDash", IsState: false, Default: 0, Padding: 0),
        new("membraneDash", IsState: false, Default: 0, Padding: 0),
        new("threshold", IsState: false, Default: short.MaxValue, Padding: short.MaxValue),
        new("bias", IsState: false, Default: 0, Padding: 0),
        new("maximumSpikes", IsState: false, Default: LargestSpikes, Padding: 0),
        new("alias", IsState: false, Default: -1, Padding: -1),
        new("isyn", IsState: true, Default: 0, Padding: 0),
        new("isyn2", IsState: true, Default: 0, Padding: 0),
        new("v", IsState: true, Default: 0, Padding: 0),
        new("s", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public override void Update(long timestep)
    {
        long before = Counters.DendriteUpdates;
        _synapses.Apply(_synapseStates, ref Counters);
        Array.Clear(_spikes);
        SomaLanes lanes = default;
        int active = 0;
        for (int first = 0; first < Table.PaddedCompartments; first += CompartmentTable.Lanes)
        {
            if (_isOrdered[first / CompartmentTable.Lanes])
            {
                StepInOrder(first, ref lanes);
            }
            else
            {
                StepTogether(first, ref lanes);
            }

            active += BitOperations.PopCount(lanes.Active);
        }

        CollectSpikes();
        Settled = Counters.DendriteUpdates == before && FiredCount == 0 && lanes.Changed == Vector256<int>.Zero;
        SettledActive = active;
        Counters.CompartmentsActive += active;
        Counters.CompartmentsInactive += Compartments - active;
        Counters.Spikes += FiredCount;
    }

    /// <inheritdoc/>
    public override void Deliver(long timestep, ReadOnlySpan<AxonEvent> events)
    {
        foreach (ref readonly AxonEvent axonEvent in events)
        {
            _synapses.Add(axonEvent);
        }

        Counters.AxonEvents += events.Length;
        PendingUntil = timestep + 1;
    }

    /// <inheritdoc/>
    public override int PendingInput(long timestep, int compartment) => _synapses.Pending(compartment);

    /// <inheritdoc/>
    public override int PendingSecondInput(long timestep, int compartment) => _synapses.Pending(_synapses.Stride + compartment);

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _synapses.Clear();
    }

    /// <inheritdoc/>
    private protected override void VisitInput(IStateVisitor visitor) => _synapses.Visit(visitor);

    /// <summary>Updates eight compartments one after the other, because some count on from the spikes of others.</summary>
    private void StepInOrder(int first, ref SomaLanes lanes)
    {
        lanes.Active = 0;
        for (int compartment = first; compartment < Math.Min(first + CompartmentTable.Lanes, Compartments); compartment++)
        {
            XyloStep step = _soma.Step(compartment, _spikes[compartment]);
            _spikes[compartment] = step.Spikes;
            GiveToAlias(compartment);
            lanes.Active |= step.Active ? 1u << (compartment - first) : 0;
            lanes.Changed |= Vector256.Create(step.Changed ? 1 : 0);
        }
    }

    private void StepTogether(int first, ref SomaLanes lanes)
    {
        Vector256<int> spikes = _soma.Step(first, ref lanes);
        spikes.CopyTo(_spikes, first);
        for (uint spiked = lanes.Spiked; spiked != 0; spiked &= spiked - 1)
        {
            GiveToAlias(first + BitOperations.TrailingZeroCount(spiked));
        }
    }

    private void GiveToAlias(int compartment)
    {
        int target = _alias[compartment];
        if (target >= 0)
        {
            _spikes[target] = Math.Min(_spikes[target] + _spikes[compartment], LargestSpikes);
        }
    }

    private void CollectSpikes()
    {
        FiredCount = 0;
        for (int compartment = 0; compartment < Compartments; compartment++)
        {
            if (_spikes[compartment] != 0)
            {
                FiredCompartments[FiredCount] = compartment;
                _payloads[FiredCount++] = _spikes[compartment];
            }
        }
    }
}
