using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.TrueNorth;

/// <summary>The deterministic neuron, computed straight from the description of a network, without cores, axons or copies.</summary>
internal sealed class CrossbarOracle
{
    private const int Limit = 1 << 19;
    private const int Slots = 16;

    private readonly Network _network;
    private readonly Dictionary<string, int[]> _potentials = [];
    private readonly Dictionary<string, long[][]> _pending = [];
    private int _now;

    public CrossbarOracle(Network network)
    {
        _network = network;
        foreach (NeuronPopulation population in network.Populations.OfType<NeuronPopulation>())
        {
            var neurons = (TrueNorthNeurons)population.Neurons;
            _potentials[population.Name] = [.. Enumerable.Range(0, population.Count).Select(i => At(neurons.InitialPotential, i))];
            _pending[population.Name] = [.. Enumerable.Range(0, Slots).Select(_ => new long[population.Count])];
        }
    }

    /// <summary>Sends the spikes of a population in the current timestep.</summary>
    public void Send(string population, int neuron)
    {
        foreach (Projection projection in _network.Projections.Where(p => p.Source == population))
        {
            List<Synapse> row = [];
            projection.Connectivity.AppendRow(neuron, row);
            foreach (Synapse synapse in row)
            {
                _pending[projection.Target][(_now + synapse.Delay) % Slots][synapse.Target] += (long)synapse.Weight;
            }
        }
    }

    /// <summary>Goes to the next timestep and returns who fires in it.</summary>
    public List<(string Population, int Neuron)> Step()
    {
        _now++;
        List<(string, int)> fired = [];
        foreach (NeuronPopulation population in _network.Populations.OfType<NeuronPopulation>())
        {
            var n = (TrueNorthNeurons)population.Neurons;
            long[] input = _pending[population.Name][_now % Slots];
            int[] v = _potentials[population.Name];
            for (int i = 0; i < v.Length; i++)
            {
                if (Update(n, i, ref v[i], input[i]))
                {
                    fired.Add((population.Name, i));
                }
            }

            Array.Clear(input);
        }

        return fired;
    }

    private static bool Update(TrueNorthNeurons n, int i, ref int potential, long input)
    {
        long v = Math.Clamp(potential + input, -Limit, Limit - 1);
        if (At(n.LeakReversal, i) == 1)
        {
            long leaked = v + (Math.Sign(v) * At(n.Leak, i));
            v = Math.Sign(leaked) == -Math.Sign(v) ? 0 : leaked;
        }
        else
        {
            v += At(n.Leak, i);
        }

        long threshold = At(n.Threshold, i);
        long negative = At(n.NegativeThreshold, i);
        bool fires = v >= threshold;
        if (fires)
        {
            v = At(n.ResetMode, i) switch { 0 => At(n.Reset, i), 1 => v - threshold, _ => v };
        }
        else if (v < negative && At(n.NegativeSaturates, i) == 1)
        {
            v = negative;
        }
        else if (v < negative)
        {
            v = At(n.ResetMode, i) switch { 0 => -At(n.Reset, i), 1 => v - negative, _ => v };
        }

        potential = (int)Math.Clamp(v, -Limit, Limit - 1);
        return fires;
    }

    private static int At(IReadOnlyList<int> values, int i) => values.Count == 1 ? values[0] : values[i];
}
