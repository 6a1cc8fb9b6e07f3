using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;
using Ganglion.Emulator.Devices;

namespace Ganglion.Testing;

/// <summary>An emulator in the process of a test, in lock-step: a timestep passes when the test says so.</summary>
/// <example>
/// <code>
/// using var emulator = EmulatorFixture.Of(network);
/// emulator.Port.Send("retina", 3, 4);
/// emulator.Step(10);
/// emulator.AssertSpikes("motor", new SpikeRaster((5, 0)));
/// </code>
/// </example>
public sealed class EmulatorFixture : IDisposable
{
    private readonly EmulatorOptions _options;
    private readonly SpikeMemory _memory;
    private readonly FailureArtifacts? _artifacts;

    private EmulatorFixture(ChipImage image, ChipSpec.Spec.ChipSpec chip, EmulatorOptions options)
    {
        _options = options;
        Machine = new Machine(image, chip, new MachineOptions { Seed = options.Seed, Workers = options.Workers, Faults = options.Faults });
        _memory = new SpikeMemory(image.Populations);
        Machine.Attach(_memory);
        _artifacts = options.Artifacts is null ? null : new FailureArtifacts(Machine, options);
        Port = new LoopbackPort(this);
        Machine.Connect(
            Port, image.Sources.Where(source => source.Kind == SourceKind.External).Select(source => image.Populations[source.Population].Name),
            image.Populations.Select(population => population.Name), _artifacts?.Recorder);
    }

    /// <summary>The machine, for all that the fixture has no shorter way to.</summary>
    public Machine Machine { get; }

    /// <summary>A device that drives all external sources and hears everything.</summary>
    public LoopbackPort Port { get; }

    /// <summary>Last timestep that has passed.</summary>
    public long Timestep => Machine.Timestep;

    /// <summary>Starts an emulator with a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Chip, seed, workers and faults.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">The network does not fit the chip.</exception>
    public static EmulatorFixture Of(Network network, EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        ChipSpec.Spec.ChipSpec chip = Presets.Load(options.Chip);
        return new EmulatorFixture(NetworkCompiler.Compile(network, chip).Image, chip, options);
    }

    /// <summary>Starts an emulator with a compiled image.</summary>
    /// <param name="image">The image; it names its chip.</param>
    /// <param name="options">Seed, workers and faults.</param>
    public static EmulatorFixture Of(ChipImage image, EmulatorOptions? options = null) =>
        new(image, ChipSpecReader.Read(image.ChipSpec, "image"), options ?? new EmulatorOptions());

    /// <summary>Connects a device of the test's own, such as a plant to be controlled; before the first step.</summary>
    /// <param name="device">The device.</param>
    /// <param name="sources">Names of the external sources that it drives.</param>
    /// <param name="populations">Names of the populations that it listens to.</param>
    public void Connect(IDevice device, IEnumerable<string> sources, IEnumerable<string> populations) =>
        Machine.Connect(device, sources, populations, _artifacts?.Recorder);

    /// <summary>Lets timesteps pass.</summary>
    /// <param name="timesteps">How many.</param>
    public void Step(long timesteps = 1) => Machine.Run(timesteps);

    /// <summary>All spikes of a population so far.</summary>
    /// <param name="population">Name of the population.</param>
    public SpikeRaster Spikes(string population) => _memory.Of(IndexOf(population));

    /// <summary>Fails with a raster of the difference unless a population has fired exactly so.</summary>
    /// <param name="population">Name of the population.</param>
    /// <param name="expected">What should be.</param>
    /// <exception cref="SpikeAssertionException">It has not.</exception>
    public void AssertSpikes(string population, SpikeRaster expected)
    {
        if (RasterDifference.Draw(expected, Spikes(population)) is { } difference)
        {
            throw Fail($"Population '{population}' did not fire as expected: {difference}");
        }
    }

    /// <summary>Fails unless a population has fired within some timesteps.</summary>
    /// <param name="population">Name of the population.</param>
    /// <param name="after">Timestep of the stimulus.</param>
    /// <param name="timesteps">Timesteps in which the answer has to come, at least 1.</param>
    /// <returns>Timesteps from the stimulus to the first answer.</returns>
    /// <exception cref="SpikeAssertionException">It came later, or not at all.</exception>
    public long AssertAnswers(string population, long after, long timesteps)
    {
        long? first = Spikes(population).FirstFrom(after + 1);
        return first is { } answer && answer - after <= timesteps
            ? answer - after
            : throw Fail($"Population '{population}' should have answered within {timesteps} timesteps after {after}; "
                + (first is null ? $"it has not fired until {Timestep}." : $"it first fired {first - after} timesteps after it."));
    }

    /// <summary>Fails unless the chip needed at most some time from one timestep to the end of another.</summary>
    /// <param name="first">First of the timesteps.</param>
    /// <param name="last">Last of them.</param>
    /// <param name="most">Chip time that they may take, by the first price table of the chip.</param>
    /// <returns>The chip time.</returns>
    /// <exception cref="SpikeAssertionException">They took longer, have not passed yet, or the chip has no prices.</exception>
    public TimeSpan AssertChipTime(long first, long last, TimeSpan most)
    {
        if (_memory.Seconds.Count <= last || first < 1)
        {
            throw Fail($"There is no chip time of timesteps {first} to {last}: the run is at {Timestep}, or the chip has no price table.");
        }

        TimeSpan taken = TimeSpan.FromSeconds(_memory.Seconds[(int)last] - _memory.Seconds[(int)first - 1]);
        return taken <= most ? taken : throw Fail(FormattableString.Invariant(
            $"Timesteps {first} to {last} took {taken.TotalMicroseconds:0.###} µs of chip time; allowed are {most.TotalMicroseconds:0.###} µs."));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _artifacts?.Dispose();
        Machine.Dispose();
    }

    /// <summary>Index of a population.</summary>
    internal int IndexOf(string population)
    {
        for (int index = 0; index < Machine.Image.Populations.Count; index++)
        {
            if (Machine.Image.Populations[index].Name == population)
            {
                return index;
            }
        }

        throw new ArgumentException(
            $"There is no population '{population}'; there are {string.Join(", ", Machine.Image.Populations.Select(image => image.Name))}.", nameof(population));
    }

    private SpikeAssertionException Fail(string message)
    {
        string? folder = _artifacts?.Keep(message, population => _memory.Of(population));
        return new SpikeAssertionException(folder is null ? message : $"{message}{Environment.NewLine}The run is kept in {folder}; 'ganglion replay' repeats it.");
    }
}
