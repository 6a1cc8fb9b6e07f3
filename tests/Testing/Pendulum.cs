using Ganglion.Emulator.Devices;

namespace Ganglion.Testing.Tests;

/// <summary>A pole on a joint that falls unless it is pushed: it tells its angle in spikes, and spikes push it.</summary>
/// <remarks>
/// θ'' = (g/l)·sin θ + push − friction·θ', integrated by semi-implicit Euler steps of 2 ms. The sensor fires as many neurons as
/// |angle + 0.25 s · angular velocity| has steps of 0.01 rad, on the side to which the pole leans.
/// </remarks>
internal sealed class Pendulum(int left, int right, int firstMotor) : IDevice
{
    private const double Seconds = 0.002;
    private const double GravityPerLength = 9.81;
    private const double Friction = 0.5;
    private const double Push = 4;
    private const double SensorStep = 0.01;
    private const double VelocityShare = 0.25;

    /// <summary>Neurons of each sensor.</summary>
    public const int SensorNeurons = 24;

    /// <summary>Neurons of each motor; those of the left one come first.</summary>
    public const int MotorNeurons = 24;

    /// <summary>Angle from upright, in radians; positive to the right.</summary>
    public double Angle { get; set; } = 0.15;

    /// <summary>Angular velocity, in radians per second.</summary>
    public double Velocity { get; set; }

    /// <summary>Largest angle so far.</summary>
    public double Worst { get; private set; }

    public void Send(long timestep, DeviceInput input)
    {
        double lean = Angle + (VelocityShare * Velocity);
        int count = Math.Min(SensorNeurons, (int)Math.Round(Math.Abs(lean) / SensorStep));
        input.Fire(lean < 0 ? left : right, [.. Enumerable.Range(0, count)]);
    }

    public void Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes)
    {
        int pushes = 0;
        foreach (DeviceSpike spike in spikes)
        {
            pushes += spike.Neuron < firstMotor + MotorNeurons ? -1 : 1;
        }

        Velocity += Seconds * ((GravityPerLength * Math.Sin(Angle)) + (Push * pushes) - (Friction * Velocity));
        Angle += Seconds * Velocity;
        Worst = Math.Max(Worst, Math.Abs(Angle));
    }
}
