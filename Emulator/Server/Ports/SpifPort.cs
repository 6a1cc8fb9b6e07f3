using System.Net;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Protocols.Spif;
using Ganglion.Server.Options;
using KeyMap = Ganglion.Server.Keys.KeyMap;

namespace Ganglion.Server.Ports;

/// <summary>Words of 32 bits, as the SPIF board takes them on one UDP port and sends them from another to whoever asks there.</summary>
internal sealed class SpifPort : ServerPort, IPacketReceiver
{
    private readonly UdpChannel _in;
    private readonly SpifOutput _out;
    private readonly SpikeInlet _inlet;
    private readonly int _sensorPopulation;
    private SpifTimedReader _camera;

    /// <summary>Opens both UDP ports.</summary>
    public SpifPort(PortRequest request, PortContext context, SpikePort spikes, KeyMap inputs, KeyMap outputs)
        : base(request, spikes, inputs, outputs)
    {
        _inlet = new SpikeInlet(spikes, inputs, SpifFormat.MostWords);
        _sensorPopulation = request.Sensor is null ? -1 : inputs.Ranges[0].Population;
        _in = new UdpChannel(new IPEndPoint(context.Options.Listen, request.Number), context, Traffic, this);
        try
        {
            _out = new SpifOutput(new IPEndPoint(context.Options.Listen, request.ChosenOutputNumber), context, this);
        }
        catch
        {
            _in.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<IPEndPoint> Addresses => [_in.LocalEndPoint, _out.LocalEndPoint];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Clients => _out.Clients;

    /// <inheritdoc/>
    public void Receive(ReadOnlySpan<byte> packet, SocketAddress sender)
    {
        if (Read(packet))
        {
            _inlet.Flush();
        }
        else
        {
            Spikes.CountMalformed();
        }
    }

    /// <inheritdoc/>
    public void RefuseLong() => Spikes.CountMalformed();

    /// <inheritdoc/>
    public override void Write(long timestep, ReadOnlySpan<DeviceSpike> spikes) => _out.Write(spikes);

    /// <inheritdoc/>
    internal override void Start()
    {
        _in.Start();
        _out.Start();
    }

    /// <inheritdoc/>
    internal override void StopReceiving()
    {
        Spikes.Close();
        _in.StopReceiving();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        StopReceiving();
        _in.Dispose();
        _out.Dispose();
    }

    private bool Read(ReadOnlySpan<byte> packet)
    {
        if (Request.Sensor is { } sensor)
        {
            var pixels = new SensorSink(_inlet, _sensorPopulation, sensor);
            return _camera.TryRead(packet, ref pixels, out _);
        }

        var keys = new InletSink(_inlet, honoursTimestamps: false);
        return new SpifReader().TryRead(packet, ref keys, out _);
    }
}
