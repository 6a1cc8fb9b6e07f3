using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Multiplies its two inputs.</summary>
/// <remarks>
/// <code>
/// v = (a · b) » exponent             rounds towards −∞
/// s = v if |v| &gt; threshold
/// </code>
/// Source: lava at b6822fb, proc/prodneuron, PyProdNeuronModelFixed.
/// </remarks>
public readonly struct Product : IGradedModel<Product>
{
    private readonly int[] _threshold;
    private readonly int[] _exponent;
    private readonly int[] _v;

    private Product(CompartmentTable table)
    {
        _threshold = table["threshold"];
        _exponent = table["exponent"];
        _v = table["v"];
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-product";

    /// <inheritdoc/>
    public static int Ports => 2;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("threshold", IsState: false, Default: 0, Padding: 0),
        new("exponent", IsState: false, Default: 0, Padding: 0),
        new("v", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static Product Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes old = TLanes.Load(_v, first);
        TLanes v = TLanes.Wrap((input * second) >> TLanes.Load(_exponent, first));
        v.Store(_v, first);
        return new(v & TLanes.Above(TLanes.Abs(v), TLanes.Load(_threshold, first)), v ^ old);
    }
}
