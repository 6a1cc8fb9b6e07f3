using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Turns the biases of linear nodes into drive of the populations that they reach.</summary>
/// <remarks>
/// A bias enters like a weighted spike in every timestep. For neurons without synaptic current that is a constant addition to the
/// potential. Otherwise it has to pass through the current, so it becomes what it is: a source that fires in every timestep, from
/// timestep 0 with a delay of 1, so that it acts from timestep 1 on, with or without a chip.
/// </remarks>
internal sealed class NirBiases(NirOptions options, IReadOnlySet<int> recurrent)
{
    private readonly List<(string Target, List<Synapse> Synapses)> _sources = [];

    /// <summary>The neurons with the biases added, as far as their bias can express them; the rest is kept for <see cref="AddSources"/>.</summary>
    /// <param name="node">The node of the neurons.</param>
    /// <param name="count">Number of neurons.</param>
    /// <param name="neurons">The neurons without biases.</param>
    /// <param name="flows">The biases that reach them.</param>
    public CurrentBasedNeurons Apply(NirNode node, int count, CurrentBasedNeurons neurons, IEnumerable<NirFlow> flows)
    {
        var sums = new SortedDictionary<(int Target, int Delay), double>();
        var row = new List<Synapse>();
        foreach (NirFlow flow in flows)
        {
            row.Clear();
            flow.ToConnectivity(0).AppendRow(0, row);
            int late = options.RecurrentBias == RecurrentBias.FromSecondTimestep && recurrent.Contains(flow.Origin) ? 1 : 0;
            foreach (Synapse synapse in row)
            {
                (int, int) key = (synapse.Target, synapse.Delay + late);
                sums[key] = sums.GetValueOrDefault(key) + synapse.Weight;
            }
        }

        if (sums.Count == 0)
        {
            return neurons;
        }

        if (neurons.CurrentDecay.All(decay => decay == 0) && sums.Keys.All(key => key.Delay == 0))
        {
            var bias = new double[count];
            for (int n = 0; n < count; n++)
            {
                double drive = sums.GetValueOrDefault((n, 0));
                bias[n] = At(neurons.Bias, n) + (At(neurons.InputGain, n) * At(neurons.CurrentGain, n) * drive);
            }

            return neurons with { Bias = bias };
        }

        _sources.Add((node.Name, [.. sums.Select(s => new Synapse(s.Key.Target, s.Value, s.Key.Delay + 1))]));
        return neurons;
    }

    /// <summary>Adds the sources that fire in every timestep.</summary>
    public void AddSources(NetworkBuilder builder, SourceLocation location)
    {
        foreach ((string target, List<Synapse> synapses) in _sources)
        {
            string name = $"{target}.bias";
            builder.AddSource(name, [1], new PoissonSource([1.0]), location);
            builder.Connect(name, target, Explicit.FromSynapses(1, synapses.Select(s => (0, s))), $"{name} -> {target}", location: location);
        }
    }

    private static double At(IReadOnlyList<double> values, int neuron) => values[values.Count == 1 ? 0 : neuron];
}
