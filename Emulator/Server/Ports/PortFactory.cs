using System.Net.Sockets;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Emulator;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Server.Keys;
using Ganglion.Server.Options;

namespace Ganglion.Server.Ports;

/// <summary>Opens the ports of a server.</summary>
/// <param name="machine">The machine, which does not run yet.</param>
/// <param name="context">What ports share.</param>
/// <param name="keys">Keys of all populations.</param>
internal sealed class PortFactory(Machine machine, PortContext context, KeyMap keys)
{
    private readonly string[] _sources =
        [.. machine.Image.Sources.Where(source => source.Kind == SourceKind.External).Select(source => machine.Image.Populations[source.Population].Name)];

    private readonly string[] _populations = [.. machine.Image.Populations.Select(population => population.Name)];

    /// <summary>Opens all of them, or none.</summary>
    /// <exception cref="InvalidInputException">Something that was asked for cannot be had.</exception>
    public IReadOnlyList<ServerPort> Open()
    {
        var violations = new ViolationCollector();
        PortRequest[] requests = [.. context.Options.Ports.Select(WithNames)];
        Check(requests, violations);
        violations.ThrowIfInvalid();
        List<ServerPort> ports = [];
        try
        {
            foreach (PortRequest request in requests)
            {
                ports.Add(Open(request));
            }
        }
        catch
        {
            ports.ForEach(port => port.Dispose());
            throw;
        }

        return ports;
    }

    private static SourceLocation Location(PortRequest request) => new("--port", Path: request.DisplayName);

    /// <summary>The request with the names that it leaves open.</summary>
    private PortRequest WithNames(PortRequest request)
    {
        string[] outputs = [.. machine.Image.Populations.Where(population => population.IsOutput).Select(population => population.Name)];
        return request with
        {
            Sources = request.Sources ?? _sources,
            Populations = request.Populations
                ?? (outputs.Length > 0 ? outputs : [.. machine.Image.Populations.Where(population => !population.IsSource).Select(population => population.Name)]),
        };
    }

    private ServerPort Open(PortRequest request)
    {
        SpikePort spikes = SpikePort.Open(
            machine,
            new PortOptions
            {
                Name = request.DisplayName,
                Sources = request.Sources!,
                Populations = request.Populations!,
                Capacity = request.Capacity,
                Policy = request.Policy,
            });
        try
        {
            KeyMap inputs = Keys(request, request.Sources!);
            KeyMap outputs = Keys(request, request.Populations!);
            ServerPort port = request.Protocol switch
            {
                PortProtocol.Eieio => new EieioPort(request, context, spikes, inputs, outputs),
                PortProtocol.Renode => new RenodePort(request, context, spikes, inputs, outputs),
                _ => new SpifPort(request, context, spikes, inputs, outputs),
            };
            spikes.Attach(port);
            return port;
        }
        catch (SocketException cause)
        {
            throw new InvalidInputException(
                ServerDiagnostics.Socket, Location(request), $"{request.DisplayName} cannot be opened: {cause.Message}", remedy: "take another number, or 0 for a free one");
        }
    }

    private KeyMap Keys(PortRequest request, IEnumerable<string> populations) => keys.Select(populations, request.Keys);

    private void Check(PortRequest[] requests, ViolationCollector violations)
    {
        foreach (PortRequest request in requests)
        {
            CheckNames(request, violations);
            CheckKeys(request, violations);
            if (request.Policy == LossPolicy.Wait && context.IsLockstep)
            {
                violations.Add(
                    ServerDiagnostics.Conflict, Location(request), $"{request.DisplayName} waits for room while its clients grant time",
                    "drop-new, drop-oldest, fail", "policy=fail, so that nothing is lost unnoticed, and a capacity for all spikes of a timestep");
            }
        }

        foreach (IGrouping<string, PortRequest> same in requests.GroupBy(request => request.DisplayName).Where(same => same.Count() > 1 && !same.Key.EndsWith(":0", StringComparison.Ordinal)))
        {
            violations.Add(ServerDiagnostics.Conflict, Location(same.First()), $"{same.Count()} ports are called '{same.Key}'", remedy: "take another number or name");
        }

        long bytes = requests.Sum(request => (long)request.Capacity) * System.Runtime.CompilerServices.Unsafe.SizeOf<PortSpike>();
        long most = (long)context.Options.Limits.QueueMebibytes * 1024 * 1024;
        if (bytes > most)
        {
            violations.Add(
                ServerDiagnostics.Limit, new SourceLocation("--port"), $"the queues of all ports can take {bytes:N0} bytes", $"{most:N0} bytes", "a smaller capacity, or --max-queue-memory");
        }

        if (context.Options.IsRemote && Array.Find(requests, request => request.Protocol == PortProtocol.Renode) is { } open)
        {
            violations.Add(
                ServerDiagnostics.Exposed, Location(open), $"{open.DisplayName} on {context.Options.Listen}; its protocol has no proof of who asks", remedy: "leave --listen out, and use a tunnel");
        }

        if (context.Options.IsRemote && requests.Length > 0 && context.Options.RemoteUdp.Count == 0)
        {
            violations.Add(
                ServerDiagnostics.Exposed, new SourceLocation("--listen"), $"UDP ports on {context.Options.Listen} without a word on whose packets are taken",
                remedy: "--allow-remote-udp NETWORK, or leave --listen out");
        }
    }

    private void CheckNames(PortRequest request, ViolationCollector violations)
    {
        foreach (string name in request.Sources!.Except(_sources))
        {
            violations.Add(
                ServerDiagnostics.Population, Location(request), $"'{name}' is not an external source", Suggestion.List(_sources), Suggestion.Remedy(name, _sources));
        }

        foreach (string name in request.Populations!.Concat(request.Keys.Select(key => key.Population)).Except(_populations))
        {
            violations.Add(
                ServerDiagnostics.Population, Location(request), $"there is no population '{name}'", Suggestion.List(_populations), Suggestion.Remedy(name, _populations));
        }

        if (request.Sensor is { } sensor && (request.Sources!.Count != 1
            || machine.Image.Populations.Single(population => population.Name == request.Sources[0]).Count is var count && count != sensor.Neurons))
        {
            violations.Add(
                ServerDiagnostics.Population, Location(request), $"a sensor of {sensor.Neurons:N0} addresses drives {string.Join(", ", request.Sources!.DefaultIfEmpty("no source"))}",
                "one source with as many neurons");
        }
    }

    private void CheckKeys(PortRequest request, ViolationCollector violations)
    {
        foreach (KeyMap map in new[] { Keys(request, request.Sources!), Keys(request, request.Populations!) })
        {
            if (map.FindOverlap() is ({ } first, { } second))
            {
                violations.Add(
                    ServerDiagnostics.Conflict, Location(request), $"keys of '{first.Name}' and '{second.Name}' overlap from 0x{second.BaseKey:x8} on", remedy: "other base keys");
            }

            if (map.Ranges.FirstOrDefault(range => range.End > (long)uint.MaxValue + 1) is { } high)
            {
                violations.Add(ServerDiagnostics.Conflict, Location(request), $"keys of '{high.Name}' go beyond 32 bits", remedy: "a smaller base key");
            }
        }
    }
}
