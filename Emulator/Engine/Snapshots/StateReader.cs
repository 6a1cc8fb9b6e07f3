using System.Numerics;
using System.Runtime.CompilerServices;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.ChipSpec.Reading;
using Ganglion.Cores.State;

namespace Ganglion.Emulator.Snapshots;

/// <summary>Puts the state of one part back, and gathers what does not fit.</summary>
/// <param name="part">The state.</param>
/// <param name="findings">Receives what does not fit.</param>
internal sealed class StateReader(StatePart part, ViolationCollector findings) : IStateVisitor
{
    private int _next;

    /// <inheritdoc/>
    public bool IsRestoring => true;

    /// <summary>Insists that everything has been put back.</summary>
    public void Complete()
    {
        if (_next < part.Arrays.Count)
        {
            Refuse($"{part.Arrays.Count} arrays", $"{_next} arrays");
        }
    }

    /// <inheritdoc/>
    public void Visit<T>(string name, Span<T> values, T least, T most)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (Next(name, least, most) is not { } found)
        {
            return;
        }

        if (found.Length == values.Length)
        {
            found.CopyTo(values);
        }
        else
        {
            Refuse($"{found.Length} values of '{name}'", $"{values.Length} values");
        }
    }

    /// <inheritdoc/>
    public void Visit<T>(string name, List<T> values, T least, T most)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (Next(name, least, most) is { } found)
        {
            values.Clear();
            values.AddRange(found);
        }
    }

    private T[]? Next<T>(string name, T least, T most)
        where T : unmanaged, IBinaryInteger<T>
    {
        StateArray? array = _next < part.Arrays.Count ? part.Arrays[_next] : null;
        _next++;
        if (array is null || array.Name != name || array.Width != Unsafe.SizeOf<T>())
        {
            string found = array is null ? "the end" : $"'{array.Name}' in elements of {array.Width} bytes";
            Refuse($"{found} in place of '{name}'", $"'{name}' in elements of {Unsafe.SizeOf<T>()} bytes");
            return null;
        }

        T[] values = ElementBytes.To<T>(array.Values);
        int outside = values.AsSpan().IndexOfAnyExceptInRange(least, most);
        if (outside >= 0)
        {
            Refuse($"{values[outside]} as element {outside} of '{name}'", $"{least} to {most}");
            return null;
        }

        return values;
    }

    private void Refuse(string found, string allowed) => findings.Add(
        SnapshotDiagnostics.Contradiction, new SourceLocation(null, Path: part.Name), found, allowed, "take another snapshot, or begin the run again");
}
