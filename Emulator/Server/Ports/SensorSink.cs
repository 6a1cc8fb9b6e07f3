using Ganglion.Protocols;
using Ganglion.Server.Options;

namespace Ganglion.Server.Ports;

/// <summary>Passes the events of an event camera on as neurons of a source.</summary>
/// <param name="inlet">Where they go.</param>
/// <param name="population">Index of the source.</param>
/// <param name="sensor">Size of the camera.</param>
internal readonly struct SensorSink(SpikeInlet inlet, int population, SensorSize sensor) : ILiveEventSink
{
    /// <inheritdoc/>
    public void Take(in LiveEvent liveEvent)
    {
        CameraAddress address = CameraAddress.Of(liveEvent.Key);
        bool isInside = address.X < sensor.Width && address.Y < sensor.Height;
        int plane = address.On && sensor.Polarities == 2 ? sensor.Height : 0;
        inlet.Add(population, isInside ? ((plane + address.Y) * sensor.Width) + address.X : -1);
    }
}
