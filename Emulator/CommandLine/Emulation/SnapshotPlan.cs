using System.Globalization;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.Cores.State;
using Ganglion.Emulator;
using Ganglion.Emulator.Snapshots;

namespace Ganglion.CommandLine.Emulation;

/// <summary>When snapshots of a run are taken, and from which one it goes on.</summary>
/// <param name="resume">Snapshot to go on from, if any.</param>
/// <param name="path">File that receives snapshots, if any.</param>
/// <param name="every">Timesteps from one snapshot to the next; <see langword="null"/> for one at the end.</param>
internal sealed class SnapshotPlan(string? resume, string? path, long? every) : IResumable
{
    /// <summary>Stands for the timestep in the name of a file.</summary>
    public const string Placeholder = "{timestep}";

    private readonly MachineSnapshot? _from = resume is null ? null : SnapshotFile.Read(resume);

    /// <inheritdoc/>
    public string Name => "run";

    /// <summary>Snapshot that the run goes on from, if any.</summary>
    public string? Resumed => resume;

    /// <summary>Timestep of that snapshot; 0 without one.</summary>
    public long FirstTimestep => _from?.Timestep ?? 0;

    /// <summary>Seed of the run that is to go on.</summary>
    public ulong? Seed => _from?.Seed;

    /// <summary>The snapshot that was written last.</summary>
    public string? Written { get; private set; }

    /// <summary>Timesteps that the run is to have in all; after resuming, until it is set, those of the run before.</summary>
    public long Goal { get; set; }

    /// <summary>Checks what can be known before the first timestep, and goes on from the snapshot.</summary>
    /// <param name="run">What has been loaded.</param>
    /// <param name="observers">What watches it.</param>
    /// <returns>Whether the snapshot knows what was watched before it.</returns>
    /// <exception cref="UsageException">There is no machine to have a state.</exception>
    /// <exception cref="InvalidInputException">The snapshot does not fit, or none can be written.</exception>
    public bool Begin(LoadedRun run, IEnumerable<IResumable> observers)
    {
        if ((resume ?? path) is null)
        {
            return true;
        }

        Machine machine = MachineOf(run);
        if (path is not null && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new InvalidInputException(SnapshotDiagnostics.Unwritable, new SourceLocation(path), "no such folder", remedy: $"make the folder '{folder}'");
        }

        if (_from is null)
        {
            return true;
        }

        try
        {
            machine.Restore(_from, observers.Append(this));
        }
        catch (InvalidInputException e)
        {
            throw new InvalidInputException([.. e.Diagnostics.Select(finding => finding with { Location = finding.Location with { File = resume } })]);
        }

        return _from.Parts.Any(part => part.Name == Name);
    }

    /// <summary>Timestep at which to stop next.</summary>
    /// <param name="timestep">Timestep that has been reached.</param>
    public long NextStop(long timestep) => every is { } distance ? Math.Min(Goal, ((timestep / distance) + 1) * distance) : Goal;

    /// <summary>Writes a snapshot, if any is wanted.</summary>
    /// <param name="run">What stands still.</param>
    /// <param name="observers">What watches it.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public void Write(LoadedRun run, IEnumerable<IResumable> observers)
    {
        if (path is not null)
        {
            string file = path.Replace(Placeholder, run.Emulation.Timestep.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            SnapshotFile.Write(MachineOf(run).Snapshot(observers.Append(this)), file);
            Written = file;
        }
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor) => Goal = visitor.Visit("timesteps to run", Goal, 0, MachineSnapshot.LastTimestep);

    private static Machine MachineOf(LoadedRun run) => (run.Emulation as MachineEmulation)?.Machine
        ?? throw new UsageException("snapshots need a chip; without one there is no machine that has a state");
}
