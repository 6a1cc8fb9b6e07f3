using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Constant input of populations, which becomes the bias of nodes before them.</summary>
internal sealed class NirDrives
{
    private readonly Dictionary<string, double[]> _drives = new(StringComparer.Ordinal);

    /// <summary>Whether a source fires in every timestep and nothing else, and acts from the first one on: what a bias does.</summary>
    public static bool IsBias(Network network, SourcePopulation source) =>
        source.Source is PoissonSource poisson && poisson.Probability.All(p => p == 1)
        && network.Projections.Where(p => p.Source == source.Name).All(
            p => p.Connectivity.Delays is { Min: 1, Max: 1 } && p.Plasticity is null && p.ThirdFactor is null && p.Receptor == 0);

    /// <summary>Adds a constant input, one value per neuron or one for all.</summary>
    public void Add(Population target, IReadOnlyList<double> drive)
    {
        double[] sum = OfPopulation(target);
        for (int n = 0; n < sum.Length; n++)
        {
            sum[n] += drive[drive.Count == 1 ? 0 : n];
        }
    }

    /// <summary>Adds what a source that fires in every timestep sends.</summary>
    public void Add(Population target, int sources, Connectivity connectivity, double scale)
    {
        double[] sum = OfPopulation(target);
        var row = new List<Synapse>();
        for (int s = 0; s < sources; s++)
        {
            row.Clear();
            connectivity.AppendRow(s, row);
            foreach (Synapse synapse in row)
            {
                sum[synapse.Target] += scale * synapse.Weight;
            }
        }
    }

    /// <summary>Names of the populations with a drive.</summary>
    public IEnumerable<string> Targets => _drives.Where(drive => drive.Value.Any(d => d != 0)).Select(drive => drive.Key);

    /// <summary>The drive as the bias of a node, if it can be one.</summary>
    /// <param name="target">The population.</param>
    /// <param name="stage">The node before it.</param>
    public double[]? BiasFor(string target, NirStage stage)
    {
        double[] drive = _drives[target];
        if (stage.IsMatrix)
        {
            return drive;
        }

        if (stage.Type is not ("Conv1d" or "Conv2d"))
        {
            return null;
        }

        int channels = stage.Output[0];
        int perChannel = drive.Length / channels;
        double[] bias = [.. Enumerable.Range(0, channels).Select(c => drive[c * perChannel])];
        return Enumerable.Range(0, drive.Length).All(n => drive[n] == bias[n / perChannel]) ? bias : null;
    }

    private double[] OfPopulation(Population target) =>
        _drives.TryGetValue(target.Name, out double[]? drive) ? drive : _drives[target.Name] = new double[target.Count];
}
