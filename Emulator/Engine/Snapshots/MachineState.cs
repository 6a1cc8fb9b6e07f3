using System.Globalization;
using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.ChipSpec.Reading;
using Ganglion.Cores.State;
using Ganglion.Emulator.Loop;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Snapshots;

/// <summary>Everything about a machine that has state, part by part, in an order that does not depend on the workers.</summary>
/// <param name="image">What was loaded.</param>
/// <param name="seed">Seed of the machine.</param>
/// <param name="units">All cores, in the order of the image.</param>
/// <param name="sources">All sources, in the order of their populations.</param>
/// <param name="observatory">Keeps the chip time.</param>
internal sealed class MachineState(ChipImage image, ulong seed, CoreUnit[] units, SourceUnit[] sources, Observatory observatory)
{
    private const string Machine = "machine";

    private string? _imageHash;

    private string ImageHash => _imageHash ??= ChipImageHash.Of(image);

    /// <summary>Notes everything.</summary>
    /// <param name="clock">How far the machine has come.</param>
    /// <param name="observers">What else has state.</param>
    public MachineSnapshot Note(MachineClock clock, IEnumerable<IResumable> observers)
    {
        var writer = new StateWriter();
        List<StatePart> parts = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((string name, Action<IStateVisitor> visit) in Parts(clock).Concat(PartsOf(observers)))
        {
            if (!names.Add(name))
            {
                throw new ArgumentException($"Two observers have the name '{name}'.", nameof(observers));
            }

            visit(writer);
            parts.Add(writer.Part(name));
        }

        return new MachineSnapshot
        {
            NetworkName = image.NetworkName,
            ImageHash = ImageHash,
            Seed = seed,
            Timestep = clock.Timestep,
            Parts = parts,
        };
    }

    /// <summary>Puts everything back, into a machine that has been reset.</summary>
    /// <param name="snapshot">What was noted.</param>
    /// <param name="clock">Receives how far the machine has come.</param>
    /// <param name="observers">What else has state; what the snapshot does not have stays as it is.</param>
    /// <exception cref="InvalidInputException">Something does not fit; the machine is then in no state to go on.</exception>
    public void PutBack(MachineSnapshot snapshot, MachineClock clock, IEnumerable<IResumable> observers)
    {
        clock.Timestep = snapshot.Timestep;
        var findings = new ViolationCollector();
        Dictionary<string, StatePart> parts = snapshot.Parts.ToDictionary(part => part.Name, StringComparer.Ordinal);
        foreach ((string name, Action<IStateVisitor> visit) in Parts(clock))
        {
            if (!parts.TryGetValue(name, out StatePart? part))
            {
                findings.Add(SnapshotDiagnostics.Contradiction, new SourceLocation(null, Path: name), "no state of this part", "the state of every part", "take another snapshot");
                continue;
            }

            Read(part, visit, findings);
        }

        foreach ((string name, Action<IStateVisitor> visit) in PartsOf(observers).Where(entry => parts.ContainsKey(entry.Name)))
        {
            Read(parts[name], visit, findings);
        }

        findings.ThrowIfInvalid();
    }

    /// <summary>Refuses a snapshot of another image or seed.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <exception cref="InvalidInputException">With everything that is wrong.</exception>
    public void ThrowIfUnfit(MachineSnapshot snapshot)
    {
        IReadOnlyList<Diagnostic> unsound = SnapshotCheck.Run(snapshot);
        if (unsound.Count > 0)
        {
            throw new InvalidInputException(unsound);
        }

        var findings = new ViolationCollector();
        var location = new SourceLocation(null, Path: "snapshot");
        if (snapshot.ImageHash != ImageHash)
        {
            findings.Add(
                SnapshotDiagnostics.OtherImage, location, $"image of network '{snapshot.NetworkName}' with hash {snapshot.ImageHash}",
                $"image of network '{image.NetworkName}' with hash {ImageHash}", "run the image that the snapshot was taken of");
        }
        else if (snapshot.Seed != seed)
        {
            findings.Add(SnapshotDiagnostics.OtherSeed, location, $"seed {snapshot.Seed}", $"seed {seed}", $"load the image with seed {snapshot.Seed}");
        }

        findings.ThrowIfInvalid();
    }

    private static void Read(StatePart part, Action<IStateVisitor> visit, ViolationCollector findings)
    {
        var reader = new StateReader(part, findings);
        visit(reader);
        reader.Complete();
    }

    private static IEnumerable<(string Name, Action<IStateVisitor> Visit)> PartsOf(IEnumerable<IResumable> observers) =>
        observers.Select(observer => (observer.Name, (Action<IStateVisitor>)observer.Visit));

    private IEnumerable<(string Name, Action<IStateVisitor> Visit)> Parts(MachineClock clock)
    {
        yield return (Machine, visitor => VisitTime(visitor, clock));
        foreach (CoreUnit unit in units)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"core {unit.Core.Id.Value}"), visitor => Visit(visitor, unit, clock));
        }

        foreach (SourceUnit source in sources)
        {
            yield return ($"source '{image.Populations[source.Population].Name}'", visitor => Visit(visitor, source, clock));
        }
    }

    private void VisitTime(IStateVisitor visitor, MachineClock clock)
    {
        clock.Visit(visitor);
        visitor.Visit("chip time", MemoryMarshal.Cast<double, long>(observatory.ChipSeconds.AsSpan()));
    }

    private static void Visit(IStateVisitor visitor, CoreUnit unit, MachineClock clock)
    {
        unit.Core.Visit(visitor, clock.Timestep);
        visitor.Visit("messages", unit.FanOut.Messages.AsSpan(), 0, long.MaxValue);
        if (unit.FanOut.Multicast is { } tree)
        {
            visitor.Visit("hops", tree.Hops.AsSpan(), 0, long.MaxValue);
        }
    }

    private static void Visit(IStateVisitor visitor, SourceUnit source, MachineClock clock)
    {
        source.Generator.Visit(visitor, clock.Next);
        visitor.Visit("messages", source.FanOut.Messages.AsSpan(), 0, long.MaxValue);
    }
}
