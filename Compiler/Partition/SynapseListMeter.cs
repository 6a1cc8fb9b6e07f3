using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Synapse memory of a core while its compartments are added one after the other.</summary>
/// <remarks>
/// The list of an axon holds the synapses of one projection after those of another, each beginning a new block. Lists that are equal when
/// counted from their first target are one list where the chip lets axons share; equality is that of 64-bit hashes here, and the image
/// is checked exactly.
/// </remarks>
internal sealed class SynapseListMeter(IntegerNetwork network, SynapsePacking packing)
{
    private readonly Dictionary<long, AxonList> _lists = [];
    private readonly Dictionary<long, SynapseChunk> _chunks = [];
    private readonly Dictionary<ulong, int> _users = [];
    private readonly bool _hasDenseLists = SynapseListSize.HasDenseLists(packing);
    private int _indexBits = SynapseListSize.IndexBits(packing, 1);

    /// <summary>Memory in use, in bits.</summary>
    public long Bits { get; private set; }

    /// <summary>States how many compartments target indices must tell apart.</summary>
    public void SetCompartments(int compartments)
    {
        int indexBits = SynapseListSize.IndexBits(packing, compartments);
        if (indexBits != _indexBits)
        {
            _indexBits = indexBits;
            Recount();
        }
    }

    /// <summary>Adds a synapse; compartments come in ascending order.</summary>
    public void Add(int source, int projection, int compartment, int effect)
    {
        ref SynapseChunk chunk = ref CollectionsMarshal.GetValueRefOrAddDefault(_chunks, Key(source, projection), out _);
        long before = Size(projection, chunk);
        chunk.Add(compartment);
        long change = Size(projection, chunk) - before;

        long listKey = ListKey(source, projection);
        ref AxonList list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, listKey, out bool exists);
        if (exists)
        {
            Release(list);
        }
        else
        {
            list.First = compartment;

            // A list that learns is like no other.
            list.Hash = listKey == source ? 0 : Mix((ulong)listKey, 0, 0);
        }

        list.Size += change;
        list.Hash = Mix(list.Hash, ((ulong)(uint)(compartment - list.First) << 32) | (uint)effect, (ulong)projection);
        Acquire(list);
    }

    private long ListKey(int source, int projection) =>
        network.Projections[projection].Kind == ProjectionKind.Static ? source : Key(source, projection) | (1L << 62);

    private static long Key(int source, int projection) => ((long)source << 16) | (uint)projection;

    private static ulong Mix(ulong hash, ulong value, ulong projection)
    {
        hash = (hash ^ value) * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 29) ^ projection) * 0xBF58476D1CE4E5B9;
        return hash ^ (hash >> 32);
    }

    private long Size(int projection, SynapseChunk chunk) => chunk.Count == 0
        ? 0
        : SynapseListSize.Bits(
            packing, network.Projections[projection].Format, chunk.Count, _hasDenseLists && chunk.IsContiguous ? 0 : _indexBits);

    private void Acquire(AxonList list)
    {
        ref int users = ref CollectionsMarshal.GetValueRefOrAddDefault(_users, list.Hash, out _);
        if (users++ == 0 || !packing.SharedLists)
        {
            Bits += list.Size;
        }
    }

    private void Release(AxonList list)
    {
        ref int users = ref CollectionsMarshal.GetValueRefOrNullRef(_users, list.Hash);
        if (--users == 0)
        {
            _users.Remove(list.Hash);
        }

        if (!packing.SharedLists || !_users.ContainsKey(list.Hash))
        {
            Bits -= list.Size;
        }
    }

    private void Recount()
    {
        Bits = 0;
        _users.Clear();
        foreach (long list in _lists.Keys)
        {
            CollectionsMarshal.GetValueRefOrNullRef(_lists, list).Size = 0;
        }

        foreach ((long key, SynapseChunk chunk) in _chunks)
        {
            CollectionsMarshal.GetValueRefOrNullRef(_lists, ListKey((int)(key >> 16), (int)(key & 0xFFFF))).Size += Size((int)(key & 0xFFFF), chunk);
        }

        foreach (AxonList list in _lists.Values)
        {
            Acquire(list);
        }
    }

    private struct AxonList
    {
        public ulong Hash;
        public int First;
        public long Size;
    }
}
