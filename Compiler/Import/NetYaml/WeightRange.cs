using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.NetYaml;

/// <summary>Smallest and largest of the weights seen.</summary>
internal sealed class WeightRange
{
    private double _min;
    private double _max;

    /// <summary>The narrowest sign mode that takes all weights.</summary>
    public SignMode Sign => _min >= 0 ? SignMode.Excitatory : _max <= 0 ? SignMode.Inhibitory : SignMode.Mixed;

    public double Include(double weight)
    {
        (_min, _max) = (Math.Min(_min, weight), Math.Max(_max, weight));
        return weight;
    }
}
