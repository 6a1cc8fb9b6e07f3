namespace Ganglion.Emulator.Loop;

/// <summary>Axons of one core that fired in the current timestep.</summary>
internal sealed class AxonQueue
{
    private int[] _axons = new int[256];
    private int _count;

    /// <summary>The axons, in the order of arrival.</summary>
    public ReadOnlySpan<int> Axons => _axons.AsSpan(0, _count);

    /// <summary>Appends an axon.</summary>
    /// <param name="axon">Axon in.</param>
    public void Add(int axon)
    {
        if (_count == _axons.Length)
        {
            Array.Resize(ref _axons, 2 * _axons.Length);
        }

        _axons[_count++] = axon;
    }

    /// <summary>Forgets the axons after delivery.</summary>
    public void Clear() => _count = 0;
}
