using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.TrueNorth;

/// <summary>A binary crossbar: which axon reaches which compartment, and the type of every axon.</summary>
/// <remarks>
/// A synapse is one bit. What a spike adds is the weight that its target gives to the type of the axon, so the sum over a row is a
/// masked addition of that column of weights, eight compartments at once.
/// </remarks>
internal sealed class Crossbar
{
    /// <summary>Types that an axon can have.</summary>
    public const int Types = 4;

    private static readonly Vector256<int> LaneBits = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);

    private readonly byte[] _bits;
    private readonly byte[] _type;
    private readonly int[] _length;
    private readonly int _rowBytes;

    /// <summary>Builds the bit matrix from a core's rows.</summary>
    /// <param name="memory">Rows of words whose upper half is the axon's type.</param>
    /// <param name="compartments">Compartments.</param>
    /// <exception cref="ArgumentException">A row is stored as weights, has several types, or reaches a compartment twice.</exception>
    public Crossbar(SynapseMemory memory, int compartments)
    {
        Axons = memory.Rows.Length;
        _rowBytes = (compartments + CompartmentTable.Lanes - 1) / CompartmentTable.Lanes;
        _bits = new byte[Axons * _rowBytes];
        _type = new byte[Axons];
        _length = new int[Axons];
        for (int axon = 0; axon < Axons; axon++)
        {
            Load(memory, axon, compartments);
        }
    }

    /// <summary>Number of axons.</summary>
    public int Axons { get; }

    /// <summary>Type of an axon.</summary>
    public int Type(int axon) => _type[axon];

    /// <summary>Synapses of an axon.</summary>
    public int Length(int axon) => _length[axon];

    /// <summary>Whether an axon reaches a compartment.</summary>
    public bool IsConnected(int axon, int compartment) =>
        (_bits[(axon * _rowBytes) + (compartment >> 3)] >> (compartment & 7) & 1) != 0;

    /// <summary>Adds the weights of a type to the compartments that an axon reaches.</summary>
    /// <param name="axon">The axon.</param>
    /// <param name="weights">Weight of every compartment for the axon's type.</param>
    /// <param name="sums">Sum of every compartment.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int axon, int[] weights, int[] sums)
    {
        ref byte row = ref MemoryMarshal.GetArrayDataReference(_bits);
        ref int weight = ref MemoryMarshal.GetArrayDataReference(weights);
        ref int sum = ref MemoryMarshal.GetArrayDataReference(sums);
        int start = axon * _rowBytes;
        for (int group = 0; group < _rowBytes; group++)
        {
            int bits = Unsafe.Add(ref row, start + group);
            if (bits != 0)
            {
                nuint first = (nuint)(group * CompartmentTable.Lanes);
                Vector256<int> reached = Vector256.Equals(Vector256.Create(bits) & LaneBits, LaneBits);
                Vector256<int> added = Vector256.LoadUnsafe(ref sum, first) + (Vector256.LoadUnsafe(ref weight, first) & reached);
                added.StoreUnsafe(ref sum, first);
            }
        }
    }

    private void Load(SynapseMemory memory, int axon, int compartments)
    {
        SynapseRow row = memory.Rows[axon];
        if (row.Form == RowForm.Dense)
        {
            throw new ArgumentException($"The row of axon {axon} holds weights; a crossbar has only connections.");
        }

        for (int i = 0; i < row.Length; i++)
        {
            uint word = memory.Words[row.Start + i];
            int compartment = (ushort)((ushort)word + row.Offset);
            int type = (int)(word >> 16);
            if (compartment >= compartments || type >= Types || (i > 0 && type != _type[axon]) || IsConnected(axon, compartment))
            {
                throw new ArgumentException($"The row of axon {axon} is no row of a crossbar: one type from 0 to {Types - 1}, every compartment once.");
            }

            _bits[(axon * _rowBytes) + (compartment >> 3)] |= (byte)(1 << (compartment & 7));
            _type[axon] = (byte)type;
        }

        _length[axon] = row.Length;
    }
}
