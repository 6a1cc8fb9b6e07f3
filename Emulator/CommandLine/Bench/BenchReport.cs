using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Bench;

/// <summary>Writes a measurement of speed for people.</summary>
internal static class BenchReport
{
    private const double Million = 1e6;

    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="result">What was measured.</param>
    public static void Write(Terminal terminal, BenchResult result)
    {
        terminal.WriteHeading($"{result.Network}: {Quantity.Count(result.Neurons)} neurons, {Quantity.Count(result.Synapses)} synapses on {Quantity.Count(result.Cores, "core")}");
        var table = new TextTable("", ">");
        table.Add("worker threads", Quantity.Count(result.Workers));
        table.Add("timesteps, each repetition", Quantity.Count(result.Timesteps));
        table.Add("mean rate, spikes per neuron and 1,000 timesteps", Quantity.Number(result.Rate));
        table.Add("synaptic events per second", $"{Quantity.Number(result.SynapticEventsPerSecond / Million)} M");
        table.Add("  slowest to fastest repetition", $"{Quantity.Number(result.Slowest / Million)} to {Quantity.Number(result.Fastest / Million)} M");
        table.Add("synaptic events per second and worker", $"{Quantity.Number(result.SynapticEventsPerSecondPerCore / Million)} M");
        table.Add("timesteps per second", Quantity.Count((long)result.TimestepsPerSecond));
        table.Add("memory per synapse", $"{Quantity.Number(result.BytesPerSynapse)} bytes");
        table.Add("allocated per timestep once warm", $"{Quantity.Number(result.AllocatedBytesPerTimestep)} bytes");
        table.Add("compiled in", Quantity.Duration(result.CompileSeconds));
        foreach ((string phase, double share) in result.Phases)
        {
            table.Add($"  phase {phase}", Quantity.Percent(share));
        }

        terminal.Write(table);
    }
}
