using Ganglion.ChipSpec.Image;
using Ganglion.CommandLine.Results;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Emulation;

/// <summary>A chip image on an emulated chip.</summary>
/// <param name="machine">The loaded image.</param>
internal sealed class MachineEmulation(Machine machine) : IEmulation
{
    /// <summary>The machine.</summary>
    public Machine Machine => machine;

    /// <inheritdoc/>
    public IReadOnlyList<PopulationInfo> Populations { get; } =
    [
        .. machine.Image.Populations.Select((population, index) => new PopulationInfo(
            population.Name,
            population.FirstNeuron,
            population.Count,
            population.IsSource,
            machine.Image.Sources.Any(source => source.Population == index && source.Kind == SourceKind.External),
            population.IsOutput)),
    ];

    /// <inheritdoc/>
    public long Timestep => machine.Timestep;

    /// <inheritdoc/>
    public void Attach(ITimestepObserver observer) => machine.Attach(observer);

    /// <inheritdoc/>
    public IReadOnlyList<string> Variables(PopulationInfo population) => machine.Variables(population.Name);

    /// <inheritdoc/>
    public StateUnit Unit(PopulationInfo population, string variable) =>
        variable is "u" or "v" && machine.Image.Populations.Single(other => other.Name == population.Name).PotentialScale is { } scale
            ? StateUnit.Scaled(scale)
            : StateUnit.Registers;

    /// <inheritdoc/>
    public IResultFile Record(StateProbe probe, string folder, TraceFile trace)
    {
        var file = new IntegerStateFile(new NpyFile<int>(folder, probe.FileName, "'<i4'", probe.Population.Count), trace);
        machine.Attach(probe.Population.Name, probe.Variable, probe.Every, file);
        return file;
    }

    /// <inheritdoc/>
    public void Inject(string population, IReadOnlyList<long> timesteps, IReadOnlyList<int> neurons)
    {
        List<int> together = [];
        for (int spike = 0; spike < timesteps.Count; spike++)
        {
            together.Add(neurons[spike]);
            if (spike + 1 == timesteps.Count || timesteps[spike + 1] != timesteps[spike])
            {
                machine.Inject(population, timesteps[spike], System.Runtime.InteropServices.CollectionsMarshal.AsSpan(together));
                together.Clear();
            }
        }
    }

    /// <inheritdoc/>
    public void Run(long timesteps, CancellationToken cancellation) => machine.Run(timesteps, cancellation);

    /// <inheritdoc/>
    public void Reset() => machine.Reset();

    /// <inheritdoc/>
    public string StateHash() => machine.StateHash();

    /// <inheritdoc/>
    public void Dispose() => machine.Dispose();
}
