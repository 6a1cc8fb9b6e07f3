using Ganglion.CommandLine.Emulation;
using Ganglion.Emulator.Encoding;

namespace Ganglion.CommandLine.Digits;

/// <summary>Shows images to a network, one after the other, each to the network at rest.</summary>
internal sealed class DigitRun
{
    private const string Input = "input";
    private const string Output = "digit";
    private readonly IEmulation _emulation;
    private readonly ISpikeCode _code;
    private readonly int _timesteps;
    private readonly long _firstTimestep;
    private readonly AnswerObserver _answer;

    /// <summary>Prepares a network.</summary>
    /// <param name="emulation">The network.</param>
    /// <param name="code">Turns pixels into spikes.</param>
    /// <param name="timesteps">Timesteps in which an image is shown.</param>
    /// <param name="firstTimestep">Timestep of the first of them.</param>
    /// <param name="duration">Timesteps that an image takes in all.</param>
    /// <param name="priceTable">Index of the price table that gives the chip time, if any.</param>
    public DigitRun(IEmulation emulation, ISpikeCode code, int timesteps, long firstTimestep, long duration, int? priceTable = null)
    {
        (_emulation, _code, _timesteps, _firstTimestep, Duration) = (emulation, code, timesteps, firstTimestep, duration);
        _answer = new AnswerObserver(emulation.Populations.Single(population => population.Name == Output).FirstNeuron);
        Latency = new LatencyMeter(emulation.Populations, priceTable);
        emulation.Attach(_answer);
        emulation.Attach(Latency);
    }

    /// <summary>Timesteps that an image takes.</summary>
    public long Duration { get; }

    /// <summary>Latency of the last image.</summary>
    public LatencyMeter Latency { get; }

    /// <summary>Shows an image and waits until the network has seen all of it.</summary>
    /// <param name="image">The image.</param>
    /// <returns>The network's answer.</returns>
    public int Classify(DigitImage image)
    {
        _emulation.Reset();
        _answer.Clear();
        Latency.Clear();
        SpikeTrain train = _code.Encode(image.Pixels, _timesteps, DigitFiles.FirstId(image), _firstTimestep);
        _emulation.Inject(Input, train.Timesteps, train.Neurons);
        _emulation.Run(Duration, CancellationToken.None);
        return _answer.Answer;
    }
}
