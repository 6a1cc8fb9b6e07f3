using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Calibrate;

/// <summary>Rounds the weights of every neuron so that their errors cancel for the input that the neuron really gets.</summary>
/// <remarks>
/// With f(t) what every input has left in the membrane at timestep t, and e the rounding errors of the weights, the potential is off by
/// e·f(t). The sum of its squares over all samples is eᵀHe with H = Σ f(t)f(t)ᵀ; each weight may go to either neighbour on its grid, and
/// moves as long as the sum falls, one weight at a time.
/// </remarks>
internal sealed class RateWeightedRounding
{
    private const int MostInputs = 600;
    private const long MostSynapses = 1 << 20;
    private const double MostWork = 3e8;
    private const int MostSweeps = 20;

    // A membrane without leak forgets at its spikes.
    private const double LongestMemory = 0.95;

    private readonly Dictionary<(int Projection, int Source, int Delay), int> _inputs = [];
    private readonly List<Weight>[] _weights;
    private readonly int[][] _rounded;

    private RateWeightedRounding(int neurons, int projections) =>
        (_weights, _rounded) = ([.. Enumerable.Range(0, neurons).Select(_ => new List<Weight>())], new int[projections][]);

    /// <summary>Contributions of all synapses of the projections onto a population, in the order of their rows.</summary>
    /// <returns><see langword="null"/> where it is too much work, would undo the sharing of equal rows, or changes nothing.</returns>
    public static int[][]? Find(CheckedNetwork valid, int target, QuantizedPopulation quantized, PopulationPlan plan, ReferenceRecording[] samples)
    {
        NeuronPopulation population = (NeuronPopulation)valid.Network.Populations[target];
        LifRegisters registers = (LifRegisters)quantized.Registers;
        long synapses = quantized.Incoming.Sum(p => (long)valid.Statistics[p].Synapses);
        long possible = quantized.Incoming.Sum(p => (long)valid.Network.Populations[valid.SourceOf[p]].Count * population.Count);
        bool isRegular = quantized.Incoming.Any(p => valid.Network.Projections[p] is not { Unit: PhysicalWeights, Plasticity: null, ThirdFactor: null });
        if (isRegular || synapses > MostSynapses || synapses * 2 < possible || registers.CurrentDecay.Length > 1 || registers.PotentialDecay.Length > 1)
        {
            return null;
        }

        RateWeightedRounding rounding = new(population.Count, quantized.Incoming.Length);
        return rounding.Read(valid, population, quantized, plan) && rounding.Descend(rounding.Memory(valid, registers, samples)) ? rounding._rounded : null;
    }

    private bool Read(CheckedNetwork valid, NeuronPopulation population, QuantizedPopulation quantized, PopulationPlan plan)
    {
        double[] gains = PopulationInput.GainsOf(population.Neurons);
        List<Synapse> row = [];
        foreach ((int index, int p) in quantized.Incoming.Index())
        {
            _rounded[index] = new int[valid.Statistics[p].Synapses];
            int next = 0;
            for (int source = 0; source < valid.Network.Populations[valid.SourceOf[p]].Count; source++)
            {
                row.Clear();
                valid.Network.Projections[p].Connectivity.AppendRow(source, row);
                foreach (Synapse synapse in row)
                {
                    (int, int, int) key = (p, source, synapse.Delay);
                    if (!_inputs.TryGetValue(key, out int input))
                    {
                        _inputs.Add(key, input = _inputs.Count);
                    }

                    double exact = synapse.Weight * gains[gains.Length == 1 ? 0 : synapse.Target] * quantized.Scale!.Value;
                    (int step, int limit) = Grid(quantized.Parts[index], plan.Grouping, exact);
                    int rounded = (int)Math.Clamp(Math.Round(exact / step) * step, -limit, limit);
                    _rounded[index][next] = rounded;
                    _weights[synapse.Target].Add(new Weight(input, index, next++, step, limit, exact - rounded));
                }
            }
        }

        return _inputs.Count <= MostInputs;
    }

    private static (int Step, int Limit) Grid(IntegerProjection[] parts, WeightGrouping grouping, double exact)
    {
        WeightFormat[] formats = [.. parts.Select(part => part.Format).Where(format => format.IsMixed || format.Sign == (exact < 0 ? SignMode.Inhibitory : SignMode.Excitatory))];
        if (formats.Length == 0)
        {
            return (1, 0);
        }

        int limit = formats.Max(format => (256 - format.Step) << format.Exponent);
        if (grouping == WeightGrouping.Pairs)
        {
            return (formats[0].Step, limit);
        }

        WeightFormat fitting = formats.OrderBy(format => format.Exponent).FirstOrDefault(format => Math.Abs(exact) <= (256 - format.Step) << format.Exponent, formats[^1]);
        return (fitting.Step << fitting.Exponent, limit);
    }

    /// <summary>H: how much what two inputs left in the membrane goes together.</summary>
    private double[,] Memory(CheckedNetwork valid, LifRegisters registers, ReferenceRecording[] samples)
    {
        int inputs = _inputs.Count;
        double currentKept = 1 - (registers.CurrentDecay[0] / 4096.0);
        double potentialKept = Math.Min(LongestMemory, 1 - (registers.PotentialDecay[0] / 4096.0));
        long stride = (long)Math.Ceiling(samples.Sum(sample => (double)sample.Sample.Timesteps) * inputs * inputs / MostWork);
        double[,] memory = new double[inputs, inputs];
        ILookup<(int Population, int Neuron, int Delay), int> inputOf = _inputs.ToLookup(input => (valid.SourceOf[input.Key.Projection], input.Key.Source, input.Key.Delay), input => input.Value);
        (int Population, int Delay)[] paths = [.. inputOf.Select(input => (input.Key.Population, input.Key.Delay)).Distinct()];
        foreach (ReferenceRecording sample in samples)
        {
            double[] current = new double[inputs];
            double[] potential = new double[inputs];
            for (long timestep = 0; timestep <= sample.Sample.Timesteps; timestep++)
            {
                for (int k = 0; k < inputs; k++)
                {
                    current[k] *= currentKept;
                }

                foreach ((int source, int delay) in paths)
                {
                    foreach (int neuron in sample.Populations[source].At(timestep - delay))
                    {
                        foreach (int k in inputOf[(source, neuron, delay)])
                        {
                            current[k]++;
                        }
                    }
                }

                for (int k = 0; k < inputs; k++)
                {
                    potential[k] = (potential[k] * potentialKept) + current[k];
                }

                if (timestep % stride == 0)
                {
                    AddSquare(memory, potential);
                }
            }
        }

        return memory;
    }

    private static void AddSquare(double[,] memory, double[] values)
    {
        for (int k = 0; k < values.Length; k++)
        {
            if (values[k] != 0)
            {
                for (int l = 0; l < values.Length; l++)
                {
                    memory[k, l] += values[k] * values[l];
                }
            }
        }
    }

    private bool Descend(double[,] memory)
    {
        bool isChanged = false;
        foreach (List<Weight> weights in _weights)
        {
            double[] slope = new double[_inputs.Count];
            foreach (Weight weight in weights)
            {
                Shift(slope, memory, weight.Input, weight.Error);
            }

            bool moved = true;
            for (int sweep = 0; moved && sweep < MostSweeps; sweep++)
            {
                moved = false;
                foreach (Weight weight in weights)
                {
                    int step = weight.Error >= 0 ? weight.Step : -weight.Step;
                    ref int rounded = ref _rounded[weight.Projection][weight.Position];
                    double gain = (step * step * memory[weight.Input, weight.Input]) - (2 * step * slope[weight.Input]);
                    if (gain < 0 && Math.Abs(rounded + step) <= weight.Limit && (rounded == 0 || Math.Sign(rounded + step) != -Math.Sign(rounded)))
                    {
                        rounded += step;
                        weight.Error -= step;
                        Shift(slope, memory, weight.Input, -step);
                        (moved, isChanged) = (true, true);
                    }
                }
            }
        }

        return isChanged;
    }

    private static void Shift(double[] slope, double[,] memory, int input, double change)
    {
        for (int k = 0; k < slope.Length; k++)
        {
            slope[k] += memory[k, input] * change;
        }
    }

    private sealed class Weight(int input, int projection, int position, int step, int limit, double error)
    {
        public int Input => input;

        public int Projection => projection;

        public int Position => position;

        public int Step => step;

        public int Limit => limit;

        /// <summary>Exact minus rounded contribution.</summary>
        public double Error { get; set; } = error;
    }
}
