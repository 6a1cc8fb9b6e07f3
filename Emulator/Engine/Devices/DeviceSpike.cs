namespace Ganglion.Emulator.Devices;

/// <summary>A spike that reaches a device.</summary>
/// <param name="Neuron">Logical id of the neuron that fired: its population's first neuron plus its place there.</param>
/// <param name="Payload">What it carries; 1 unless it is graded.</param>
public readonly record struct DeviceSpike(int Neuron, int Payload) : IComparable<DeviceSpike>
{
    /// <summary>Orders by neuron.</summary>
    /// <param name="other">Another spike.</param>
    public int CompareTo(DeviceSpike other) => Neuron.CompareTo(other.Neuron);

    /// <summary>Whether the left neuron comes first.</summary>
    public static bool operator <(DeviceSpike left, DeviceSpike right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left neuron does not come last.</summary>
    public static bool operator <=(DeviceSpike left, DeviceSpike right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left neuron comes last.</summary>
    public static bool operator >(DeviceSpike left, DeviceSpike right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left neuron does not come first.</summary>
    public static bool operator >=(DeviceSpike left, DeviceSpike right) => left.CompareTo(right) >= 0;
}
