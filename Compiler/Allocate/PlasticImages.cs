using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Place;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler.Allocate;

/// <summary>Describes the plastic projections of a core for the learning engine.</summary>
internal static class PlasticImages
{
    private const int FirstTargetTrace = 2;

    /// <summary>Describes them, and applies the weight exponents to their rows, which hold mantissas until then.</summary>
    /// <param name="routed">The network.</param>
    /// <param name="core">Index of the core.</param>
    /// <param name="memory">The packed rows of the core.</param>
    public static PlasticProjectionImage[] Build(RoutedNetwork routed, int core, SynapseMemory memory)
    {
        IntegerNetwork network = routed.Placement.Integers;
        IReadOnlyList<PlannedRow> rows = routed.Rows[core].Rows;
        ILookup<int, int> axons = Enumerable.Range(0, rows.Count).ToLookup(axon => rows[axon].Projection);
        List<PlasticProjectionImage> images = [];
        for (int p = 0; p < network.Projections.Length; p++)
        {
            IntegerProjection projection = network.Projections[p];
            if (projection.Kind == ProjectionKind.Plastic && axons[p].Any())
            {
                int[] own = [.. axons[p]];
                images.Add(Describe(routed, core, p, own, memory, axons));
                ApplyExponent(memory, own, projection.Format.Exponent);
            }
        }

        return [.. images];
    }

    private static PlasticProjectionImage Describe(
        RoutedNetwork routed, int core, int index, int[] axons, SynapseMemory memory, ILookup<int, int> axonsOf)
    {
        IntegerNetwork network = routed.Placement.Integers;
        IntegerProjection projection = network.Projections[index];
        Plasticity plasticity = projection.Description.Plasticity!;
        int[] modulators =
        [
            .. Enumerable.Range(0, network.Projections.Length)
                .Where(p => network.Projections[p].Kind == ProjectionKind.ThirdFactor && network.Projections[p].Target == projection.Target),
        ];
        short[] weights = [.. axons.SelectMany(axon => Weights(memory, axon))];
        return new PlasticProjectionImage
        {
            Projection = index,
            Rule = plasticity.Rule.ToString(),
            EpochTimesteps = plasticity.EpochTimesteps,
            Traces = [.. plasticity.Traces.Select((trace, i) => Trace(trace, Mode(network, modulators, i - FirstTargetTrace)))],
            Sign = Enum.Parse<PlasticSign>(projection.Format.Sign.ToString()),
            WeightExponent = projection.Format.Exponent,
            Graded = plasticity.Graded,
            Rows = [.. axons.Select(axon => new PlasticRow { Axon = axon, SourceNeuron = routed.Rows[core].Rows[axon].Neuron })],
            Weights = weights,
            Tags = plasticity.Tag == 0 ? [] : [.. Enumerable.Repeat((short)plasticity.Tag, weights.Length)],
            ThirdFactors = [.. modulators.SelectMany(p => axonsOf[p].Select(axon => ThirdFactorRow(routed, core, p, axon)))],
        };
    }

    private static ThirdFactorMode Mode(IntegerNetwork network, int[] modulators, int trace) => modulators
        .Select(p => network.Projections[p].Description.ThirdFactor!)
        .FirstOrDefault(factor => factor.Trace - 1 == trace)?.Mode ?? ThirdFactorMode.None;

    private static TraceImage Trace(TraceParameters trace, ThirdFactorMode mode) => new()
    {
        Impulse = trace.Impulse,
        Decay = Decay(mode == ThirdFactorMode.Level ? double.PositiveInfinity : trace.TimeConstant),
        ThirdFactor = mode,
    };

    /// <summary>A level is replaced in every timestep, so it does not decay.</summary>
    private static uint Decay(double timeConstant) =>
        timeConstant == 0 ? 0 : (uint)Math.Min(uint.MaxValue, Math.Round(Math.ScaleB(Math.Exp(-1 / timeConstant), 32)));

    private static ThirdFactorRow ThirdFactorRow(RoutedNetwork routed, int core, int index, int axon)
    {
        IntegerNetwork network = routed.Placement.Integers;
        IntegerProjection projection = network.Projections[index];
        int firstTarget = network.FirstNeuron[projection.Target];
        (int Compartment, int Amount)[] reached =
        [
            .. projection.Row(routed.Rows[core].Rows[axon].Neuron).ToArray()
                .Where(synapse => routed.Locations.Core(firstTarget + synapse.Target) == core)
                .Select(synapse => (routed.Locations.Compartment(firstTarget + synapse.Target), (int)synapse.Contribution))
                .Order(),
        ];
        return new ThirdFactorRow
        {
            Axon = axon,
            Trace = projection.Description.ThirdFactor!.Trace - 1,
            Compartments = [.. reached.Select(entry => entry.Compartment)],
            Amounts = [.. reached.Select(entry => entry.Amount)],
        };
    }

    private static IEnumerable<short> Weights(SynapseMemory memory, int axon)
    {
        SynapseRow row = memory.Rows[axon];
        return row.Form == RowForm.Dense
            ? memory.Dense.Skip(row.Start).Take(row.Length)
            : memory.Words.Skip(row.Start).Take(row.Length).Select(word => (short)(word >> 16));
    }

    private static void ApplyExponent(SynapseMemory memory, int[] axons, int exponent)
    {
        foreach (int axon in exponent == 0 ? [] : axons)
        {
            SynapseRow row = memory.Rows[axon];
            for (int i = row.Start; i < row.Start + row.Length; i++)
            {
                if (row.Form == RowForm.Dense)
                {
                    memory.Dense[i] = (short)Shift(memory.Dense[i], exponent);
                }
                else
                {
                    memory.Words[i] = (memory.Words[i] & ushort.MaxValue) | ((uint)Shift((short)(memory.Words[i] >> 16), exponent) << 16);
                }
            }
        }
    }

    private static int Shift(int mantissa, int exponent) => exponent >= 0 ? mantissa << exponent : mantissa >> -exponent;
}
