using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Emulator.Faults;

/// <summary>The dead and stuck neurons of a core.</summary>
internal sealed class NeuronFaults
{
    private readonly (Fault Fault, int Index, bool[] Compartments)[] _faults;
    private readonly List<int> _spikes = [];
    private readonly List<int> _payloads = [];

    private NeuronFaults((Fault, int, bool[])[] faults) => _faults = faults;

    /// <summary>The faults of a core; <see langword="null"/> when it has none.</summary>
    public static NeuronFaults? Of(FaultPlan plan, CounterRandom random, ChipImage image, CoreImage core)
    {
        List<(Fault, int, bool[])> faults = [];
        foreach ((int index, Fault fault) in plan.Faults.Index().Where(fault => fault.Item.Kind is FaultKind.DeadNeuron or FaultKind.StuckNeuron))
        {
            bool[] compartments = new bool[core.Compartments];
            foreach (CompartmentRun run in core.Runs.Where(run => image.Populations[run.Population].Name == fault.Population))
            {
                int first = image.Populations[run.Population].FirstNeuron;
                for (int i = 0; i < run.Count; i++)
                {
                    int neuron = run.FirstNeuron + i;
                    compartments[run.FirstCompartment + i] = (fault.Neurons.Count == 0 || fault.Neurons.Contains(neuron))
                        && random.DrawUnit(((ulong)(uint)index << 32) | (uint)(first + neuron)) < fault.Probability;
                }
            }

            if (compartments.Contains(true))
            {
                faults.Add((fault, index, compartments));
            }
        }

        return faults.Count == 0 ? null : new NeuronFaults([.. faults]);
    }

    /// <summary>Removes spikes of dead neurons and adds those of stuck ones.</summary>
    public void Change(long timestep, ref ReadOnlySpan<int> spikes, ref ReadOnlySpan<int> payloads, long[] touched)
    {
        foreach ((Fault fault, int index, bool[] compartments) in _faults)
        {
            if (fault.ActsIn(timestep))
            {
                long changed = fault.Kind == FaultKind.DeadNeuron ? Silence(compartments, ref spikes, ref payloads) : Fire(compartments, ref spikes, ref payloads);
                Interlocked.Add(ref touched[index], changed);
            }
        }
    }

    private long Silence(bool[] compartments, ref ReadOnlySpan<int> spikes, ref ReadOnlySpan<int> payloads)
    {
        (int[] fired, int[] carried) = (spikes.ToArray(), payloads.ToArray());
        Clear();
        for (int i = 0; i < fired.Length; i++)
        {
            if (!compartments[fired[i]])
            {
                Add(fired[i], carried.Length == 0 ? 1 : carried[i]);
            }
        }

        Take(ref spikes, ref payloads);
        return fired.Length - spikes.Length;
    }

    private long Fire(bool[] compartments, ref ReadOnlySpan<int> spikes, ref ReadOnlySpan<int> payloads)
    {
        (int[] fired, int[] carried) = (spikes.ToArray(), payloads.ToArray());
        Clear();
        for (int i = 0; i < fired.Length; i++)
        {
            Add(fired[i], carried.Length == 0 ? 1 : carried[i]);
        }

        for (int compartment = 0; compartment < compartments.Length; compartment++)
        {
            if (compartments[compartment] && !fired.Contains(compartment))
            {
                Add(compartment, 1);
            }
        }

        Take(ref spikes, ref payloads);
        return spikes.Length - fired.Length;
    }

    private void Clear()
    {
        _spikes.Clear();
        _payloads.Clear();
    }

    private void Add(int compartment, int payload)
    {
        _spikes.Add(compartment);
        _payloads.Add(payload);
    }

    private void Take(ref ReadOnlySpan<int> spikes, ref ReadOnlySpan<int> payloads)
    {
        spikes = CollectionsMarshal.AsSpan(_spikes);
        payloads = CollectionsMarshal.AsSpan(_payloads);
    }
}
