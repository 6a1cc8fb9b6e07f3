using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reports;

/// <summary>Adds up messages, hops and the loads of links.</summary>
/// <param name="image">The image.</param>
/// <param name="mesh">Mesh of its chip.</param>
/// <param name="activity">Spikes per timestep of every logical neuron; <see langword="null"/> counts one for each.</param>
internal sealed class TrafficMeter(ChipImage image, Mesh mesh, NeuronActivity? activity)
{
    private readonly int[] _tiles = [.. image.Cores.Select(core => mesh.TileOf(new CoreId(core.Core)))];
    private readonly SortedDictionary<(int From, int To), double> _loads = [];
    private readonly HashSet<(int From, int To)> _tree = [];
    private double _cut;

    /// <summary>Follows the axons out of every core.</summary>
    public MappingTraffic Measure()
    {
        for (int core = 0; core < image.Cores.Count; core++)
        {
            double[] rates = Rates(image.Cores[core]);
            if (mesh.Multicast)
            {
                FollowTrees(core, rates);
            }
            else
            {
                FollowMessages(core, rates);
            }
        }

        return new MappingTraffic
        {
            CutMessages = _cut,
            Hops = _loads.Values.Sum(),
            Links = [.. _loads.Where(link => link.Value > 0).Select(link => new LinkLoad(link.Key.From, link.Key.To, link.Value))],
        };
    }

    /// <summary>Spikes of every compartment; one that repeats another counts like the mean of its core.</summary>
    private double[] Rates(CoreImage core)
    {
        double[] rates = new double[core.Compartments];
        if (activity is null)
        {
            Array.Fill(rates, 1);
            return rates;
        }

        double sum = 0;
        int neurons = 0;
        Array.Fill(rates, double.NaN);
        foreach (CompartmentRun run in core.Runs)
        {
            for (int i = 0; i < run.Count; i++)
            {
                sum += rates[run.FirstCompartment + i] = activity.SpikesPerTimestep[image.Populations[run.Population].FirstNeuron + run.FirstNeuron + i];
            }

            neurons += run.Count;
        }

        rates.AsSpan().Replace(double.NaN, neurons == 0 ? 0 : sum / neurons);
        return rates;
    }

    /// <summary>One message per axon; messages between the same cores take the same way.</summary>
    private void FollowMessages(int core, double[] rates)
    {
        AxonTable axons = image.Cores[core].AxonsOut;
        SortedDictionary<int, double> messages = [];
        for (int compartment = 0; compartment < rates.Length; compartment++)
        {
            foreach (int destination in axons.Core.AsSpan(axons.First[compartment]..axons.First[compartment + 1]))
            {
                messages[destination] = messages.GetValueOrDefault(destination) + rates[compartment];
            }
        }

        foreach ((int destination, double count) in messages)
        {
            _cut += destination == core ? 0 : count;
            for (int tile = _tiles[core]; tile != _tiles[destination];)
            {
                int next = mesh.NextTile(tile, _tiles[destination]);
                Load(tile, next, count);
                tile = next;
            }
        }
    }

    /// <summary>One message per compartment, on every link of the union of its ways once.</summary>
    private void FollowTrees(int core, double[] rates)
    {
        AxonTable axons = image.Cores[core].AxonsOut;
        for (int compartment = 0; compartment < rates.Length; compartment++)
        {
            _tree.Clear();
            ReadOnlySpan<int> destinations = axons.Core.AsSpan(axons.First[compartment]..axons.First[compartment + 1]);
            _cut += destinations.ContainsAnyExcept(core) ? rates[compartment] : 0;
            foreach (int destination in destinations)
            {
                for (int tile = _tiles[core]; tile != _tiles[destination];)
                {
                    int next = mesh.NextTile(tile, _tiles[destination]);
                    _tree.Add((tile, next));
                    tile = next;
                }
            }

            foreach ((int from, int to) in _tree)
            {
                Load(from, to, rates[compartment]);
            }
        }
    }

    private void Load(int from, int to, double messages) => _loads[(from, to)] = _loads.GetValueOrDefault((from, to)) + messages;
}
