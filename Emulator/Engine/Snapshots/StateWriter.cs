using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.Cores.State;

namespace Ganglion.Emulator.Snapshots;

/// <summary>Notes state.</summary>
internal sealed class StateWriter : IStateVisitor
{
    private readonly List<StateArray> _arrays = [];

    /// <inheritdoc/>
    public bool IsRestoring => false;

    /// <summary>What has been noted since the part before.</summary>
    /// <param name="name">Name of the part.</param>
    public StatePart Part(string name)
    {
        var part = new StatePart { Name = name, Arrays = [.. _arrays] };
        _arrays.Clear();
        return part;
    }

    /// <inheritdoc/>
    public void Visit<T>(string name, Span<T> values, T least, T most)
        where T : unmanaged, IBinaryInteger<T> =>
        _arrays.Add(new StateArray { Name = name, Width = Unsafe.SizeOf<T>(), Values = ElementBytes.Of<T>(values) });

    /// <inheritdoc/>
    public void Visit<T>(string name, List<T> values, T least, T most)
        where T : unmanaged, IBinaryInteger<T> => Visit(name, CollectionsMarshal.AsSpan(values), least, most);
}
