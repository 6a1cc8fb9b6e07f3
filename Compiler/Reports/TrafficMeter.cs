using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Reports;

/// <summary>Adds up messages, hops and the loads of links.</summary>
/// <param name="image">The image.</param>
/// <param name="mesh">Mesh of its chip.</param>
internal sealed class TrafficMeter(ChipImage image, Mesh mesh)
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
            if (mesh.Multicast)
            {
                FollowTrees(core);
            }
            else
            {
                FollowMessages(core);
            }
        }

        return new MappingTraffic
        {
            CutMessages = _cut,
            Hops = _loads.Values.Sum(),
            Links = [.. _loads.Select(link => new LinkLoad(link.Key.From, link.Key.To, link.Value))],
        };
    }

    /// <summary>One message per axon; messages between the same cores take the same way.</summary>
    private void FollowMessages(int core)
    {
        Dictionary<int, double> messages = [];
        foreach (int destination in image.Cores[core].AxonsOut.Core)
        {
            messages[destination] = messages.GetValueOrDefault(destination) + 1;
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
    private void FollowTrees(int core)
    {
        AxonTable axons = image.Cores[core].AxonsOut;
        for (int compartment = 0; compartment < axons.First.Length - 1; compartment++)
        {
            _tree.Clear();
            ReadOnlySpan<int> destinations = axons.Core.AsSpan(axons.First[compartment]..axons.First[compartment + 1]);
            _cut += destinations.ContainsAnyExcept(core) ? 1 : 0;
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
                Load(from, to, 1);
            }
        }
    }

    private void Load(int from, int to, double messages) => _loads[(from, to)] = _loads.GetValueOrDefault((from, to)) + messages;
}
