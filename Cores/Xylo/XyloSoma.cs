using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Xylo;

/// <summary>Compartment of Xylo: leaky integrate-and-fire with two synapse states, decay by shifts and several spikes per timestep.</summary>
/// <remarks>
/// <code>
/// dec(x, d) = x » d                         arithmetic shift; sign(x) where that is 0
/// i1 −= dec(i1, d1);  i2 −= dec(i2, d2)     after the deliveries of the timestep
/// dv = sat(−dec(v, dv))
/// dv = sat(dv + (i1 + i2));  dv = sat(dv + bias);  v = sat(v + dv)
/// while v ≥ threshold and spikes &lt; maximum:  spikes += 1;  v = sat(v − threshold)
/// </code>
/// All states are 16-bit signed; sat limits to −32,768..32,767. Source: xylosim 0.1.3 (SynSense), module v2; integer details:
/// docs/chips/xylo-a2.md.
/// </remarks>
public readonly struct XyloSoma
{
    /// <summary>Largest dash, a 4-bit register.</summary>
    public const int LargestDash = 15;

    private readonly int[] _synapseScale;
    private readonly int[] _secondSynapseScale;
    private readonly int[] _membraneScale;
    private readonly int[] _threshold;
    private readonly int[] _bias;
    private readonly int[] _maximumSpikes;
    private readonly int[] _current;
    private readonly int[] _secondCurrent;
    private readonly int[] _v;

    /// <summary>Makes a model that works on the columns of a table.</summary>
    /// <param name="table">Table with the columns of <see cref="XyloCore.Columns"/>.</param>
    public XyloSoma(CompartmentTable table)
    {
        _synapseScale = Scales(table["synapseDash"]);
        _secondSynapseScale = Scales(table["secondSynapseDash"]);
        _membraneScale = Scales(table["membraneDash"]);
        _threshold = table["threshold"];
        _bias = table["bias"];
        _maximumSpikes = table["maximumSpikes"];
        _current = table["isyn"];
        _secondCurrent = table["isyn2"];
        _v = table["v"];
    }

    /// <summary>Updates one compartment; the definition.</summary>
    /// <param name="compartment">Compartment, from 0.</param>
    /// <param name="spikes">Spikes that an alias has given it in this timestep.</param>
    public XyloStep Step(int compartment, int spikes)
    {
        ref int current = ref _current[compartment];
        ref int second = ref _secondCurrent[compartment];
        ref int v = ref _v[compartment];
        (int oldCurrent, int oldSecond, int oldV) = (current, second, v);

        // A decay never crosses 0, so it cannot saturate.
        current -= Decay(current, _synapseScale[compartment]);
        second -= Decay(second, _secondSynapseScale[compartment]);
        int change = Saturate(-Decay(v, _membraneScale[compartment]));
        change = Saturate(change + current + second);
        change = Saturate(change + _bias[compartment]);
        v = Saturate(v + change);
        while (v >= _threshold[compartment] && spikes < _maximumSpikes[compartment])
        {
            spikes++;
            v = Saturate(v - _threshold[compartment]);
        }

        bool active = (oldCurrent | oldSecond | oldV | _bias[compartment]) != 0;
        return new XyloStep(spikes, active, current != oldCurrent || second != oldSecond || v != oldV);
    }

    /// <summary>Updates eight compartments that no alias has given a spike.</summary>
    /// <param name="first">First compartment, a multiple of 8.</param>
    /// <param name="lanes">Receives spikes and activity of the eight, and gathers changes.</param>
    /// <returns>Number of spikes of each.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Step(int first, ref SomaLanes lanes)
    {
        Vector256<int> oldCurrent = Load(_current, first);
        Vector256<int> oldSecond = Load(_secondCurrent, first);
        Vector256<int> oldV = Load(_v, first);
        Vector256<int> bias = Load(_bias, first);

        Vector256<int> current = oldCurrent - Decay(oldCurrent, Load(_synapseScale, first));
        Vector256<int> second = oldSecond - Decay(oldSecond, Load(_secondSynapseScale, first));
        Vector256<int> change = Saturate(-Decay(oldV, Load(_membraneScale, first)));
        change = Saturate(change + current + second);
        change = Saturate(change + bias);
        Vector256<int> v = Saturate(oldV + change);

        Vector256<int> threshold = Load(_threshold, first);
        Vector256<int> maximum = Load(_maximumSpikes, first);
        Vector256<int> spikes = Vector256<int>.Zero;
        Vector256<int> fires = Vector256.GreaterThanOrEqual(v, threshold) & Vector256.GreaterThan(maximum, spikes);
        while (fires != Vector256<int>.Zero)
        {
            spikes -= fires;
            v = Saturate(v - (threshold & fires));
            fires &= Vector256.GreaterThanOrEqual(v, threshold) & Vector256.GreaterThan(maximum, spikes);
        }

        Store(current, _current, first);
        Store(second, _secondCurrent, first);
        Store(v, _v, first);

        Vector256<int> idle = Vector256.Equals(oldCurrent | oldSecond | oldV | bias, Vector256<int>.Zero);
        lanes.Spiked = Vector256.GreaterThan(spikes, Vector256<int>.Zero).ExtractMostSignificantBits();
        lanes.Active = ~idle.ExtractMostSignificantBits() & 0xFF;
        lanes.Changed |= (current ^ oldCurrent) | (second ^ oldSecond) | (v ^ oldV);
        return spikes;
    }

    /// <summary>A shift to the right by a dash, as a product: x » d is x · 2^(15 − d) » 15, and 16 by 16 bits fit a lane.</summary>
    private static int[] Scales(int[] dashes) => Array.ConvertAll(dashes, dash => 1 << (LargestDash - dash));

    private static int Decay(int x, int scale)
    {
        int decay = (x * scale) >> LargestDash;
        return decay == 0 ? Math.Sign(x) : decay;
    }

    // Where the shift gives 0, x is not negative, and its sign is the smaller of x and 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Decay(Vector256<int> x, Vector256<int> scale)
    {
        Vector256<int> decay = (x * scale) >> LargestDash;
        return decay | (Vector256.Equals(decay, Vector256<int>.Zero) & Vector256.Min(x, Vector256<int>.One));
    }

    private static int Saturate(int x) => Math.Clamp(x, short.MinValue, short.MaxValue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Saturate(Vector256<int> x) =>
        Vector256.Min(Vector256.Max(x, Vector256.Create((int)short.MinValue)), Vector256.Create((int)short.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load(int[] column, int first) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> value, int[] column, int first) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)first);
}
