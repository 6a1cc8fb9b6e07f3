namespace Ganglion.Compiler.Partition;

/// <summary>Weighted sum of the distances from many places to any one, along one axis: prepared in a pass over the axis, then read in one step.</summary>
internal sealed class DistanceField(int length)
{
    private readonly double[] _weight = new double[length];
    private readonly double[] _sum = new double[length];

    /// <summary>Adds a place.</summary>
    public void Add(int at, double weight) => _weight[at] += weight;

    /// <summary>Sums up, and forgets the places.</summary>
    public void Prepare()
    {
        double total = 0;
        double moment = 0;
        for (int i = 0; i < length; i++)
        {
            total += _weight[i];
            moment += _weight[i] * i;
        }

        double below = 0;
        double sum = moment;
        for (int i = 0; i < length; i++)
        {
            _sum[i] = sum;
            below += _weight[i];
            sum += (2 * below) - total;
            _weight[i] = 0;
        }
    }

    /// <summary>The sum of weight times distance to a place.</summary>
    public double At(int place) => _sum[place];
}
