using Ganglion.Emulator;
using Ganglion.Emulator.Encoding;

namespace Ganglion.CommandLine.Learn.Fashion;

/// <summary>Shows images to a machine, reads its answers, and tells it its errors.</summary>
internal sealed class FashionShow
{
    private const int RestTimesteps = 36;
    private const int ShowTimesteps = 24;
    private const double Temperature = 1;

    private readonly Machine _machine;
    private readonly RegularRateCode _code = new();
    private readonly SpikeWindow _features;
    private readonly SpikeWindow _outputs;

    /// <summary>Prepares a machine.</summary>
    /// <param name="machine">The machine.</param>
    public FashionShow(Machine machine)
    {
        _machine = machine;
        _features = Window(FashionNetwork.Features);
        _outputs = Window(FashionNetwork.Outputs);
    }

    /// <summary>Spikes of each feature for the last image; valid until the next.</summary>
    public ReadOnlySpan<int> Features => _features.Counts;

    /// <summary>Shows an image, and lets the machine learn from its error.</summary>
    /// <param name="image">The image.</param>
    /// <param name="rate">Error that stands for certainty in a wrong class, up to 127; 0 to learn nothing.</param>
    /// <returns>The class whose neuron fired most; the first of several.</returns>
    public int Show(FashionImage image, double rate)
    {
        _features.Clear();
        _outputs.Clear();
        _machine.Inject(FashionNetwork.Pixels, _code.Encode(image.Pixels, ShowTimesteps, firstTimestep: _machine.Timestep + 1 + RestTimesteps));
        _machine.Run(FashionNetwork.Period - 1);
        int[] counts = _outputs.Counts.ToArray();
        Correct(counts, image.Label, rate);
        _machine.Run(1);
        return Array.IndexOf(counts, counts.Max());
    }

    /// <summary>Injects what the label and the share of each class in the answer differ by.</summary>
    private void Correct(int[] counts, int label, double rate)
    {
        double[] shares = [.. counts.Select(count => Math.Exp((count - counts.Max()) / Temperature))];
        double sum = shares.Sum();
        int[] errors = [.. shares.Select((share, output) => (int)Math.Round(rate * ((output == label ? 1 : 0) - (share / sum))))];
        Inject(FashionNetwork.More, errors);
        Inject(FashionNetwork.Less, [.. errors.Select(error => -error)]);
    }

    private void Inject(string source, int[] errors) => _machine.Inject(
        source,
        _machine.Timestep + 1,
        [.. Enumerable.Range(0, FashionNetwork.ErrorBits * FashionNetwork.Classes)
            .Where(neuron => (Math.Max(0, errors[neuron % FashionNetwork.Classes]) >> (neuron / FashionNetwork.Classes) & 1) != 0)]);

    private SpikeWindow Window(string name)
    {
        var population = _machine.Image.Populations.Single(population => population.Name == name);
        var window = new SpikeWindow(population.FirstNeuron, population.Count);
        _machine.Attach(window);
        return window;
    }
}
