namespace Ganglion.CommandLine.Learn.Digits;

/// <summary>Accuracy on the last images.</summary>
internal sealed class RecentAccuracy
{
    /// <summary>Images that count.</summary>
    public const int Window = 200;

    private const int Distance = 25;
    private readonly Queue<bool> _recent = [];
    private readonly List<(double X, double Y)> _points = [];
    private int _right;
    private long _noted;

    /// <summary>Accuracy over time, by the number of all images shown.</summary>
    public IReadOnlyList<(double X, double Y)> Points => _points;

    /// <summary>Accuracy on the last images, 0 to 1; 0 before the first.</summary>
    public double Last => _recent.Count == 0 ? 0 : (double)_right / _recent.Count;

    /// <summary>Notes an answer.</summary>
    /// <param name="isRight">Whether it was right.</param>
    /// <param name="shown">Number of all images shown so far.</param>
    public void Note(bool isRight, long shown)
    {
        _recent.Enqueue(isRight);
        _right += isRight ? 1 : 0;
        if (_recent.Count > Window && _recent.Dequeue())
        {
            _right--;
        }

        if (++_noted % Distance == 0)
        {
            _points.Add((shown, Last));
        }
    }
}
