using System.Diagnostics.Metrics;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Hosting;
using Ganglion.Server.Ports;

namespace Ganglion.Server.Observing;

/// <summary>What a server measures, in the words of the field; read when somebody asks.</summary>
internal sealed class ServerMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "Ganglion.Server";

    private readonly ServerState _state;
    private readonly Meter _meter;

    /// <summary>Declares the instruments.</summary>
    /// <param name="state">What is served.</param>
    /// <param name="meters">Makes the meter.</param>
    public ServerMetrics(ServerState state, IMeterFactory meters)
    {
        _state = state;
        _meter = meters.Create(Meter);
        _meter.CreateObservableCounter("ganglion.timesteps", () => state.Timestep, description: "Timesteps that have passed");
        _meter.CreateObservableCounter("ganglion.deadline.timesteps", () => Deadlines.Timesteps, description: "Timesteps that were paced");
        _meter.CreateObservableCounter("ganglion.deadline.misses", () => Deadlines.Missed, description: "Paced timesteps that ended after the next one was due");
        _meter.CreateObservableGauge("ganglion.deadline.worst_lateness", () => Deadlines.WorstLateness.TotalSeconds, "s", "Longest time by which one did");
        Count("received", port => port.Spikes.Counters.Received, "Spikes that arrived with a valid key, dropped ones included");
        Count("admitted", port => port.Spikes.Counters.Admitted, "Spikes that fired a source");
        Count("sent", port => port.Spikes.Counters.Sent, "Spikes of the populations that the port sends");
        Count("wrong_keys", port => port.Spikes.Counters.WrongKeys, "Events whose key belongs to no neuron of the port");
        Count("malformed", port => port.Spikes.Counters.Malformed, "Packets that could not be read");
        Count("late", port => port.Spikes.Counters.Late, "Spikes for a timestep that had passed");
        Count("overflow", port => port.Spikes.Counters.Overflow, "Spikes dropped because the port was full");
        Count("packets.received", port => port.Traffic.Received, "Packets that arrived");
        Count("packets.sent", port => port.Traffic.Sent, "Packets that were sent");
        Count("packets.refused", port => port.Traffic.Refused, "Packets of strangers, and of clients beyond the limit");
        Count("packets.limited", port => port.Traffic.Limited, "Packets beyond the rate that is allowed");
        Count("packets.unsent", port => port.Traffic.Unsent, "Packets that could not be sent");
        Gauge("waiting", port => port.Spikes.Counters.Waiting, "Spikes that wait for their timestep");
        Gauge("clients", port => port.Clients.Count, "Clients that are sent spikes");
    }

    private DeadlineReport Deadlines => _state.Session.Deadlines;

    private void Count(string name, Func<ServerPort, long> value, string description) =>
        _meter.CreateObservableCounter($"ganglion.port.{name}", () => Measure(value), description: description);

    private void Gauge(string name, Func<ServerPort, long> value, string description) =>
        _meter.CreateObservableGauge($"ganglion.port.{name}", () => Measure(value), description: description);

    private IEnumerable<Measurement<long>> Measure(Func<ServerPort, long> value) =>
        _state.Ports.Select(port => new Measurement<long>(value(port), new KeyValuePair<string, object?>("port", port.Name)));
}
