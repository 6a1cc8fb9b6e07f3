using Ganglion.Emulator.Sources;

namespace Ganglion.Emulator.Devices;

/// <summary>Takes the spikes that a device sends in one timestep.</summary>
public sealed class DeviceInput
{
    private readonly Dictionary<int, (ExternalGenerator Generator, int Count)> _sources;

    private readonly IInputRecorder? _recorder;
    private readonly int _number;
    private long _sequence;

    /// <summary>Makes the input of a device.</summary>
    /// <param name="sources">Sources that the device drives, by index of the population, with their sizes.</param>
    /// <param name="recorder">Takes what the device sends; <see langword="null"/> for nobody.</param>
    /// <param name="number">Number of the device on its machine, for the recorder.</param>
    internal DeviceInput(Dictionary<int, (ExternalGenerator Generator, int Count)> sources, IInputRecorder? recorder, int number) =>
        (_sources, _recorder, _number) = (sources, recorder, number);

    /// <summary>The timestep that begins.</summary>
    internal long Timestep { get; set; }

    /// <summary>Lets neurons of a source fire.</summary>
    /// <param name="population">Index of the source among the image's populations.</param>
    /// <param name="neurons">Neurons of the source, from 0; a repeated neuron fires several times.</param>
    /// <exception cref="ArgumentException">The device does not drive this population, or a neuron is out of range.</exception>
    public void Fire(int population, ReadOnlySpan<int> neurons)
    {
        if (!_sources.TryGetValue(population, out (ExternalGenerator Generator, int Count) source))
        {
            throw new ArgumentException($"The device does not drive population {population}.", nameof(population));
        }

        foreach (int neuron in neurons)
        {
            if ((uint)neuron >= (uint)source.Count)
            {
                throw new ArgumentException($"Neuron {neuron} is outside of population {population} with {source.Count} neurons.", nameof(neurons));
            }
        }

        source.Generator.FireNext(neurons);
        if (_recorder is not null && !neurons.IsEmpty)
        {
            _recorder.Record(Timestep, _number, _sequence, population, neurons);
            _sequence += neurons.Length;
        }
    }
}
