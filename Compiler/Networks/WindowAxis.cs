namespace Ganglion.Compiler.Networks;

/// <summary>One axis of a sliding window: output o sees the inputs <c>o·Stride − Padding + k·Dilation</c>, k from 0 to Kernel − 1.</summary>
/// <param name="Input">Length of the input.</param>
/// <param name="Kernel">Taps of the window.</param>
/// <param name="Stride">Step of the window.</param>
/// <param name="Padding">Zeros before the input.</param>
/// <param name="PaddingAfter">Zeros behind the input.</param>
/// <param name="Dilation">Distance between taps.</param>
internal readonly record struct WindowAxis(int Input, int Kernel, int Stride, int Padding, int PaddingAfter, int Dilation)
{
    /// <summary>Number of outputs; 0 or below when the window does not fit.</summary>
    public long Output
    {
        get
        {
            long free = (long)Input + Padding + PaddingAfter - ((long)Dilation * (Kernel - 1)) - 1;
            return free < 0 ? 0 : (free / Stride) + 1;
        }
    }

    public bool IsPositive => Input > 0 && Kernel > 0 && Stride > 0 && Padding >= 0 && PaddingAfter >= 0 && Dilation > 0;

    /// <summary>First output that may see an input, and one past the last; not every output between them does.</summary>
    public (int First, int End) OutputsNear(int input)
    {
        long reach = (long)input + Padding - ((long)Dilation * (Kernel - 1));
        long first = reach <= 0 ? 0 : (reach + Stride - 1) / Stride;
        long end = Math.Min((((long)input + Padding) / Stride) + 1, Output);
        return ((int)Math.Min(first, end), (int)end);
    }

    /// <summary>Tap through which an output sees an input, or −1.</summary>
    public int TapOf(int output, int input)
    {
        long distance = (long)input + Padding - ((long)output * Stride);
        long tap = distance / Dilation;
        return distance >= 0 && distance % Dilation == 0 && tap < Kernel ? (int)tap : -1;
    }

    /// <summary>Number of outputs that see each input.</summary>
    public int[] OutputsOfInputs() => Count(byInput: true);

    /// <summary>Number of inputs that each output sees; those in the padding do not count.</summary>
    public int[] InputsOfOutputs() => Count(byInput: false);

    private int[] Count(bool byInput)
    {
        int[] counts = new int[byInput ? Input : (int)Output];
        for (int output = 0; output < Output; output++)
        {
            for (int tap = 0; tap < Kernel; tap++)
            {
                long input = ((long)output * Stride) - Padding + ((long)tap * Dilation);
                if (input >= 0 && input < Input)
                {
                    counts[byInput ? input : output]++;
                }
            }
        }

        return counts;
    }
}
