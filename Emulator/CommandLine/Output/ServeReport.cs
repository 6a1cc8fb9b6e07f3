using Ganglion.Emulator.Sessions;
using Ganglion.Server.Hosting;
using Ganglion.Server.Keys;
using Ganglion.Server.Ports;

namespace Ganglion.CommandLine.Output;

/// <summary>What <c>ganglion serve</c> prints for people.</summary>
internal static class ServeReport
{
    /// <summary>Says where clients connect, and which keys they use.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="server">The server, which has started.</param>
    public static void WriteReady(TextWriter output, GanglionServer server)
    {
        ServerState state = server.State;
        string pace = state.Session.Clock.Kind == ClockKind.Paced ? $" of {Quantity.Duration(state.Session.Clock.Timestep.TotalSeconds)}" : "";
        output.WriteLine($"{state.Image.NetworkName} on {state.Chip.Id}, clock {state.Session.Clock}{pace}, seed {state.Options.Seed}");
        var table = new TextTable("port", "listens on", "takes", "sends");
        foreach (ServerPort port in state.Ports)
        {
            table.Add(port.Name, string.Join(" ", port.Addresses), Keys(port.Inputs), Keys(port.Outputs));
        }

        if (state.Ports.Count > 0)
        {
            table.WritePlain(output);
        }
        else
        {
            output.WriteLine($"no ports; sources and populations with their keys: {Keys(state.Keys)}");
        }

        if (server.HttpAddress is { } address)
        {
            output.WriteLine($"health and metrics at {new Uri(address, "health")} and {new Uri(address, "metrics")}");
        }

        output.WriteLine("Ready. Ctrl-C stops.");
        output.Flush();
    }

    /// <summary>Says what has passed.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="summary">What has passed.</param>
    public static void Write(Terminal terminal, ServeSummary summary)
    {
        string misses = summary.Clock.StartsWith("paced", StringComparison.Ordinal)
            ? $", {Quantity.Count(summary.DeadlineMisses)} late, the worst by {Quantity.Duration(summary.WorstLatenessSeconds)}"
            : "";
        terminal.WriteLine($"stopped after {Quantity.Count(summary.Timesteps, "timestep")}{misses}");
        var table = new TextTable("port", ">received", ">admitted", ">sent", ">wrong keys", ">malformed", ">late", ">overflow");
        foreach (ServePortSummary port in summary.Ports)
        {
            table.Add(
                port.Name, Quantity.Count(port.Received), Quantity.Count(port.Admitted), Quantity.Count(port.Sent), Quantity.Count(port.WrongKeys),
                Quantity.Count(port.Malformed), Quantity.Count(port.Late), Quantity.Count(port.Overflow));
        }

        if (summary.Ports.Count > 0)
        {
            terminal.Write(table);
        }
    }

    private static string Keys(KeyMap keys) =>
        keys.Ranges.Count == 0 ? "nothing" : string.Join(" ", keys.Ranges.Select(range => $"{range.Name}@0x{range.BaseKey:x}+{range.Count}"));
}
