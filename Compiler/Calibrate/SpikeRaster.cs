namespace Ganglion.Compiler.Calibrate;

/// <summary>Which neurons of a population fired in which timestep, from timestep 0 on.</summary>
internal sealed class SpikeRaster
{
    private readonly List<int> _neurons = [];
    private readonly List<int> _ends = [];

    /// <summary>Number of spikes.</summary>
    public int Spikes => _neurons.Count;

    /// <summary>Adds the next timestep.</summary>
    /// <param name="neurons">Neurons that fire, ascending.</param>
    public void Append(ReadOnlySpan<int> neurons)
    {
        _neurons.AddRange(neurons);
        _ends.Add(_neurons.Count);
    }

    /// <summary>Neurons that fired in a timestep, ascending; none outside of what was recorded.</summary>
    public ReadOnlySpan<int> At(long timestep)
    {
        if (timestep < 0 || timestep >= _ends.Count)
        {
            return [];
        }

        int start = timestep == 0 ? 0 : _ends[(int)timestep - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_neurons)[start.._ends[(int)timestep]];
    }
}
