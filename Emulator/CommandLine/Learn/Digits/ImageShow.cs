using Ganglion.CommandLine.Digits;
using Ganglion.Emulator;
using Ganglion.Emulator.Encoding;

namespace Ganglion.CommandLine.Learn.Digits;

/// <summary>Shows images to a machine, and counts how the neurons that learn respond.</summary>
internal sealed class ImageShow
{
    private const int ShowTimesteps = 72;
    private const int RestTimesteps = 16;
    private const double Brightness = 0.5;

    private readonly Machine _machine;
    private readonly BernoulliRateCode _code;
    private readonly SpikeWindow _responses;
    private ulong _shown;

    /// <summary>Prepares a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="seed">Seed of the spikes.</param>
    public ImageShow(Machine machine, ulong seed)
    {
        _machine = machine;
        _code = new BernoulliRateCode(seed);
        var population = machine.Image.Populations.Single(population => population.Name == DigitLearner.Excitatory);
        _responses = new SpikeWindow(population.FirstNeuron, population.Count);
        machine.Attach(_responses);
    }

    /// <summary>Shows an image, ends it, and lets the traces of its pixels fade.</summary>
    /// <param name="image">The image.</param>
    /// <returns>Spikes of each neuron; valid until the next image.</returns>
    public ReadOnlySpan<int> Show(DigitImage image)
    {
        long first = _machine.Timestep + 1;
        double[] rates = [.. image.Pixels.Select(pixel => Brightness * pixel)];
        _responses.Clear();
        _machine.Inject(DigitLearner.Pixels, _code.Encode(rates, ShowTimesteps, _shown++ * DigitLearner.PixelCount, first));
        _machine.Inject(DigitLearner.Clear, first + ShowTimesteps, [0]);
        _machine.Run(ShowTimesteps + RestTimesteps);
        return _responses.Counts;
    }
}
