using System.CommandLine;
using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Input;

/// <summary>Options that say when snapshots are taken, and from which one a run goes on.</summary>
internal sealed class SnapshotOptions
{
    private readonly Option<string?> _snapshot = new("--snapshot")
    {
        Description = $"Write the whole state to this file (.snapshot) at the end, or when stopped; {SnapshotPlan.Placeholder} in its name becomes the timestep",
        HelpName = "file",
    };

    private readonly Option<long?> _every = CommandOptions.Number(
        "--snapshot-every", $"Write it every so many timesteps, too [default file: {RunFolder.SnapshotName} in the folder of --out]", 1, 1_000_000_000_000);

    private readonly Option<string?> _resume = new("--resume")
    {
        Description = "Go on from a snapshot as if the run had never stopped, up to --steps in all [default: as far as that run was to go]",
        HelpName = "file",
    };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_snapshot, _every, _resume])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads what the user gave.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="folder">Folder of the run, if any.</param>
    /// <exception cref="UsageException">The options do not go together.</exception>
    public SnapshotPlan Read(ParseResult arguments, string? folder)
    {
        string? path = arguments.GetValue(_snapshot);
        long? every = arguments.GetValue(_every);
        if (every is not null && path is null)
        {
            path = folder is null
                ? throw new UsageException("--snapshot-every needs --snapshot, the file to write, or --out, the folder that receives it")
                : Path.Combine(folder, RunFolder.SnapshotName);
        }

        return new SnapshotPlan(arguments.GetValue(_resume), path, every);
    }
}
