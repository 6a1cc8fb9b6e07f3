using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>What the payload of a graded spike does to the first trace of its source.</summary>
internal static class GradedTraces
{
    /// <summary>Lets a payload act on x1.</summary>
    /// <param name="mode">How it acts; not <see cref="GradedTrace.None"/>.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="trace">The trace.</param>
    /// <returns>Whether the spike counts for x0.</returns>
    public static bool Take(GradedTrace mode, int payload, ref int trace)
    {
        // Half to even, in eight bits as the recorded implementation has it.
        int half = (byte)Math.Round(payload / 2.0, MidpointRounding.ToEven);
        if (mode == GradedTrace.Overwrite)
        {
            trace = half;
            return true;
        }

        int sum = (byte)(trace + half);
        if (mode == GradedTrace.AddSaturating)
        {
            trace = Math.Min(PackedTraces.Mask, sum);
            return true;
        }

        bool isOver = sum > PackedTraces.Mask;
        trace = isOver ? sum - PackedTraces.Mask : sum;
        return isOver;
    }
}
