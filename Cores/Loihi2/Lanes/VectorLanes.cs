using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ganglion.Cores.Loihi2.Lanes;

/// <summary>Four compartments at a time, on processors with AVX2.</summary>
/// <param name="Value">The numbers.</param>
public readonly record struct VectorLanes(Vector256<long> Value) : ILanes<VectorLanes>
{
    /// <summary>Whether the processor has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes Of(long value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes Load(ReadOnlySpan<int> column, int first) =>
        new(Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)first)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<int> column, int first) =>
        Avx2.PermuteVar8x32(Value.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower()
            .StoreUnsafe(ref MemoryMarshal.GetReference(column), (nuint)first);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NonZero() => ~Vector256.Equals(Value, Vector256<long>.Zero).ExtractMostSignificantBits() & 0xF;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes operator +(VectorLanes a, VectorLanes b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes operator -(VectorLanes a, VectorLanes b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes operator *(VectorLanes a, VectorLanes b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes operator &(VectorLanes a, VectorLanes b) => new(a.Value & b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes operator |(VectorLanes a, VectorLanes b) => new(a.Value | b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes operator ^(VectorLanes a, VectorLanes b) => new(a.Value ^ b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes operator <<(VectorLanes value, VectorLanes bits) =>
        new(Avx2.ShiftLeftLogicalVariable(value.Value, Masked(bits)));

    /// <summary>Arithmetic right shift; AVX2 has the logical one alone, which does it for the complement of negative numbers.</summary>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes operator >>(VectorLanes value, VectorLanes bits)
    {
        Vector256<long> sign = Vector256.LessThan(value.Value, Vector256<long>.Zero);
        return new(Avx2.ShiftRightLogicalVariable(value.Value ^ sign, Masked(bits)) ^ sign);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes MultiplyRegisters(VectorLanes a, VectorLanes b) => new(Avx2.Multiply(a.Value.AsInt32(), b.Value.AsInt32()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes Wrap(VectorLanes value)
    {
        Vector256<int> signs = Avx2.Shuffle(value.Value.AsInt32() >> 31, 0b10_10_00_00);
        return new(Avx2.Blend(value.Value.AsInt32(), signs, 0b10_10_10_10).AsInt64());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes Max(VectorLanes a, VectorLanes b) => new(Vector256.Max(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes Min(VectorLanes a, VectorLanes b) => new(Vector256.Min(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes Abs(VectorLanes value)
    {
        Vector256<long> sign = Vector256.LessThan(value.Value, Vector256<long>.Zero);
        return new((value.Value ^ sign) - sign);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes Above(VectorLanes a, VectorLanes b) => new(Vector256.GreaterThan(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes IsZero(VectorLanes value) => new(Vector256.Equals(value.Value, Vector256<long>.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorLanes Select(VectorLanes mask, VectorLanes then, VectorLanes otherwise) =>
        new(Vector256.ConditionalSelect(mask.Value, then.Value, otherwise.Value));

    /// <inheritdoc/>
    public static VectorLanes Map(VectorLanes value, Func<long, long> function) => new(Vector256.Create(
        function(value.Value[0]), function(value.Value[1]), function(value.Value[2]), function(value.Value[3])));

    /// <summary>Shifts by the lower six bits alone, as C# does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Masked(VectorLanes bits) => (bits.Value & Vector256.Create(63L)).AsUInt64();
}
