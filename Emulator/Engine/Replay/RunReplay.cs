using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;

namespace Ganglion.Emulator.Replay;

/// <summary>Repeats a recorded run, and compares it at every checkpoint.</summary>
public static class RunReplay
{
    /// <summary>Repeats a run until its end, or until it differs.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="image">The image that it was recorded with.</param>
    /// <param name="chip">The chip specification of the image.</param>
    /// <param name="options">How to run; the seed is that of the recording.</param>
    /// <param name="progress">Gets the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Ends the replay after a timestep.</param>
    /// <exception cref="InvalidInputException">The image is another one, or the recording is damaged.</exception>
    public static ReplayResult Run(
        RunRecording recording, ChipImage image, ChipSpec.Spec.ChipSpec chip, MachineOptions options, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        string hash = ChipImageHash.Of(image);
        if (hash != recording.Header.ImageHash)
        {
            throw ReplayDiagnostics.Refuse(
                ReplayDiagnostics.OtherImage, recording.Header.ImagePath, $"an image with hash {hash}", $"hash {recording.Header.ImageHash}", "pass the image of the recorded run");
        }

        using var machine = new Machine(image, chip, options with { Seed = recording.Header.Seed });
        var digests = new SpikeDigests();
        machine.Attach(digests);
        var device = new ReplayDevice();
        machine.Connect(device, image.Sources.Where(source => source.Kind == SourceKind.External).Select(source => image.Populations[source.Population].Name), []);
        List<RecordedInput> inputs = [];
        (long spikes, int checkpoints) = (0, 0);
        while (!cancellation.IsCancellationRequested)
        {
            RecordedCheckpoint? checkpoint = recording.ReadInterval(inputs);
            device.Add(inputs);
            spikes += inputs.Sum(input => input.Neurons.Length);
            if (checkpoint is null)
            {
                break;
            }

            machine.Run(checkpoint.Timestep - machine.Timestep, cancellation);
            if (machine.Timestep < checkpoint.Timestep)
            {
                break;
            }

            checkpoints++;
            progress?.Report(recording.Progress);
            Divergence? divergence = Compare(machine, checkpoint, digests.Take());
            if (divergence is not null || checkpoint.IsLast)
            {
                return new ReplayResult(machine.Timestep, spikes, checkpoints, checkpoint.IsLast, divergence);
            }
        }

        return new ReplayResult(machine.Timestep, spikes, checkpoints, false, null);
    }

    private static Divergence? Compare(Machine machine, RecordedCheckpoint recorded, uint[] spikes)
    {
        ulong[] cores = [.. machine.CoreHashes()];
        int step = Enumerable.Range(0, spikes.Length).FirstOrDefault(i => i >= recorded.Spikes.Length || spikes[i] != recorded.Spikes[i], -1);
        int[] differing = [.. Enumerable.Range(0, cores.Length).Where(core => core >= recorded.Cores.Length || cores[core] != recorded.Cores[core])];
        return step < 0 && differing.Length == 0
            ? null
            : new Divergence(
                step < 0 ? recorded.Timestep : recorded.Timestep - (spikes.Length - 1 - step), step >= 0, recorded.Timestep,
                [.. differing.Select(core => new CoreId(machine.Image.Cores[core].Core))]);
    }
}
