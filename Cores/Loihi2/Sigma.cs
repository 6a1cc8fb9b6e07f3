using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Sigma decoder: sends the running sum of its input in every timestep.</summary>
/// <remarks>
/// <code>
/// sigma' = sigma + a;  s = sigma'
/// </code>
/// Source: lava at b6822fb, proc/sdn, PySigmaModel.
/// </remarks>
public readonly struct Sigma : IGradedModel<Sigma>
{
    private readonly int[] _sigma;

    private Sigma(CompartmentTable table) => _sigma = table["sigma"];

    /// <inheritdoc/>
    public static string Name => "loihi2-sigma";

    /// <inheritdoc/>
    public static int Ports => 1;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } = [new("sigma", IsState: true, Default: 0, Padding: 0)];

    /// <inheritdoc/>
    public static Sigma Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes old = TLanes.Load(_sigma, first);
        TLanes sigma = old + input;
        sigma.Store(_sigma, first);
        return new(sigma, sigma ^ old);
    }
}
