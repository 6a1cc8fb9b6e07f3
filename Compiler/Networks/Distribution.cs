using System.IO.Hashing;
using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Compiler.Networks;

/// <summary>Where the weights or delays of random synapses come from.</summary>
public abstract record Distribution
{
    internal abstract (double Min, double Max) Range { get; }

    internal abstract double Draw(CounterRandom random, ulong id);

    internal abstract string? Problem { get; }

    internal abstract void AddTo(XxHash128 hash);

    private protected static void AddTo(XxHash128 hash, string kind, params ReadOnlySpan<double> parameters)
    {
        hash.Add(kind);
        foreach (double parameter in parameters)
        {
            hash.Add(parameter);
        }
    }
}

/// <summary>Always the same value.</summary>
/// <param name="Value">The value.</param>
public sealed record Constant(double Value) : Distribution
{
    internal override (double Min, double Max) Range => (Value, Value);

    internal override string? Problem => double.IsFinite(Value) ? null : $"the constant {Value} is not finite";

    internal override double Draw(CounterRandom random, ulong id) => Value;

    internal override void AddTo(XxHash128 hash) => AddTo(hash, nameof(Constant), Value);
}

/// <summary>Real numbers, all equally likely.</summary>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Upper end, itself excluded.</param>
public sealed record Uniform(double Min, double Max) : Distribution
{
    internal override (double Min, double Max) Range => (Min, Max);

    internal override string? Problem => double.IsFinite(Max - Min) && Min <= Max ? null : $"the uniform range {Min}..{Max} is empty or not finite";

    internal override double Draw(CounterRandom random, ulong id) => Min + ((Max - Min) * random.DrawUnit(id));

    internal override void AddTo(XxHash128 hash) => AddTo(hash, nameof(Uniform), Min, Max);
}

/// <summary>Whole numbers, all equally likely (to within 1 in 2^32).</summary>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
public sealed record UniformInteger(int Min, int Max) : Distribution
{
    internal override (double Min, double Max) Range => (Min, Max);

    internal override string? Problem => Min <= Max ? null : $"the uniform range {Min}..{Max} is empty";

    internal override double Draw(CounterRandom random, ulong id) =>
        Min + (double)(((ulong)((long)Max - Min + 1) * random.Draw(id)) >> 32);

    internal override void AddTo(XxHash128 hash) => AddTo(hash, nameof(UniformInteger), Min, Max);
}

/// <summary>The normal distribution, clipped to a range.</summary>
/// <param name="Mean">Mean before clipping.</param>
/// <param name="StandardDeviation">Standard deviation before clipping, 0 or above.</param>
/// <param name="Min">Smaller draws become this.</param>
/// <param name="Max">Larger draws become this.</param>
/// <remarks>Box and Muller, "A note on the generation of random normal deviates", Ann. Math. Stat. 29(2), 1958.</remarks>
public sealed record Normal(
    double Mean,
    double StandardDeviation,
    double Min = double.NegativeInfinity,
    double Max = double.PositiveInfinity) : Distribution
{
    internal override (double Min, double Max) Range => StandardDeviation == 0 ? (Mean, Mean) : (Min, Max);

    internal override string? Problem => double.IsFinite(Mean) && double.IsFinite(StandardDeviation) && StandardDeviation >= 0 && Min <= Max
        ? null
        : $"a normal distribution with mean {Mean}, standard deviation {StandardDeviation} and range {Min}..{Max} does not exist";

    internal override double Draw(CounterRandom random, ulong id)
    {
        Span<uint> block = stackalloc uint[4];
        random.DrawBlock(id, 0, block);
        double radius = Math.Sqrt(-2.0 * Math.Log(UnitAboveZero(block[0], block[1])));
        double deviate = radius * Math.Cos(2.0 * Math.PI * UnitAboveZero(block[2], block[3]));
        return Math.Clamp(Mean + (StandardDeviation * deviate), Min, Max);
    }

    internal override void AddTo(XxHash128 hash) => AddTo(hash, nameof(Normal), Mean, StandardDeviation, Min, Max);

    private static double UnitAboveZero(uint high, uint low) => (((((ulong)high << 32) | low) >> 11) + 1) * (1.0 / (1UL << 53));
}
