using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reference;

/// <summary>The recursion of a population with one value per neuron, whatever it was described in.</summary>
internal sealed class ReferenceCoefficients
{
    private const double DecayUnit = 4096;
    private const int ThresholdShift = 6;

    public required double[] CurrentDecay { get; init; }

    public required double[] CurrentGain { get; init; }

    public required double[] PotentialDecay { get; init; }

    public required double[] InputGain { get; init; }

    public required double[] Bias { get; init; }

    public required double[] Threshold { get; init; }

    public required double[] Reset { get; init; }

    public required double[] Minimum { get; init; }

    public required double[] Maximum { get; init; }

    public required double[] InitialCurrent { get; init; }

    public required double[] InitialPotential { get; init; }

    public required int[] Refractory { get; init; }

    public required bool Subtract { get; init; }

    public static ReferenceCoefficients Of(NeuronPopulation population) => population.Neurons switch
    {
        CurrentBasedNeurons neurons => Of(neurons, population.Count),
        LoihiNeurons neurons => Of(neurons, population.Count),
        _ => throw new ArgumentException($"Population '{population.Name}' has a neuron model without a reference."),
    };

    private static ReferenceCoefficients Of(CurrentBasedNeurons neurons, int count) => new()
    {
        CurrentDecay = Spread(neurons.CurrentDecay, count),
        CurrentGain = Spread(neurons.CurrentGain, count),
        PotentialDecay = Spread(neurons.PotentialDecay, count),
        InputGain = Spread(neurons.InputGain, count),
        Bias = Spread(neurons.Bias, count),
        Threshold = Spread(neurons.Threshold, count),
        Reset = Spread(neurons.Reset, count),
        Minimum = Spread([double.NegativeInfinity], count),
        Maximum = Spread([double.PositiveInfinity], count),
        InitialCurrent = new double[count],
        InitialPotential = Spread(neurons.InitialPotential, count),
        Refractory = Spread(neurons.Refractory, count),
        Subtract = neurons.ResetMode == ResetMode.Subtract,
    };

    private static ReferenceCoefficients Of(LoihiNeurons neurons, int count)
    {
        int[] mantissa = Spread(neurons.BiasMantissa, count);
        int[] exponent = Spread(neurons.BiasExponent, count);
        return new()
        {
            CurrentDecay = Spread(neurons.CurrentDecay, count, Kept),
            CurrentGain = Spread([1.0], count),
            PotentialDecay = Spread(neurons.PotentialDecay, count, Kept),
            InputGain = Spread([1.0], count),
            Bias = [.. mantissa.Zip(exponent, static (m, e) => Math.ScaleB(m, e))],
            Threshold = Spread(neurons.ThresholdMantissa, count, static m => Math.ScaleB(m, ThresholdShift)),
            Reset = new double[count],
            Minimum = Spread(neurons.MinimumExponent, count, static e => 1 - Math.ScaleB(1, e)),
            Maximum = Spread(neurons.MaximumExponent, count, static e => Math.ScaleB(1, 9 + (2 * e)) - 1),
            InitialCurrent = Spread(neurons.InitialCurrent, count, static u => (double)u),
            InitialPotential = Spread(neurons.InitialPotential, count, static v => (double)v),
            Refractory = Spread(neurons.Refractory, count),
            Subtract = false,
        };
    }

    private static double Kept(int decay) => (DecayUnit - decay) / DecayUnit;

    private static T[] Spread<T>(IReadOnlyList<T> values, int count) => Spread(values, count, static value => value);

    private static TResult[] Spread<T, TResult>(IReadOnlyList<T> values, int count, Func<T, TResult> convert)
    {
        var result = new TResult[count];
        if (values.Count == 1)
        {
            Array.Fill(result, convert(values[0]));
            return result;
        }

        if (values.Count != count)
        {
            throw new ArgumentException($"A parameter has {values.Count} values for {count} neurons.", nameof(values));
        }

        for (int n = 0; n < count; n++)
        {
            result[n] = convert(values[n]);
        }

        return result;
    }
}
