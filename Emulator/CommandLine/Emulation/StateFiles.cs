using Ganglion.ChipSpec.Image.Learned;
using Ganglion.CommandLine.Weights;
using Ganglion.Emulator;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Where learning begins from and goes to, as the user names it.</summary>
/// <param name="Load">State to begin from, if any.</param>
/// <param name="Save">File that receives what was learned, if any.</param>
internal sealed record StateFiles(string? Load, string? Save)
{
    /// <summary>Loads the state to begin from, and insists that there will be one to save.</summary>
    /// <param name="run">What is about to run.</param>
    /// <exception cref="UsageException">Nothing learns.</exception>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">The file cannot be taken.</exception>
    public void Begin(LoadedRun run)
    {
        if ((Load ?? Save) is null)
        {
            return;
        }

        Machine machine = MachineOf(run, Load is null ? "--save-state" : "--load-state");
        LearnedInput.Plastic(machine.Image, run.Network.Name);
        if (Load is not null)
        {
            machine.LoadLearned(LearnedInput.Read(Load, machine.Image));
        }
    }

    /// <summary>Saves what was learned.</summary>
    /// <param name="run">What has run.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">The file cannot be written.</exception>
    public void End(LoadedRun run)
    {
        if (Save is not null)
        {
            LearnedStateFile.Write(MachineOf(run, "--save-state").ReadLearned(), Save);
        }
    }

    private static Machine MachineOf(LoadedRun run, string option) => (run.Emulation as MachineEmulation)?.Machine
        ?? throw new UsageException($"{option} needs a chip; networks do not learn in floating point");
}
