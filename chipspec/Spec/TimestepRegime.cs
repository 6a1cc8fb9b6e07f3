namespace Ganglion.ChipSpec.Spec;

/// <summary>How a chip paces its timesteps.</summary>
public sealed record TimestepRegime
{
    /// <summary>
    /// <c>barrier</c>: the next timestep begins when every core is done. <c>tick</c>: a global clock begins it.
    /// <c>eventDriven</c>: the chip has none; a timestep of the emulator handles the events that are due and whatever they cause.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Duration of a timestep when throttled to real time, in microseconds.</summary>
    public double? RealTimeMicroseconds { get; init; }
}
