using System.Text.Json;
using Ganglion.Cores;

namespace Ganglion.Conformance.Tests.EnergyLatency;

/// <summary>Totals of a run as SANA-FE prints them: counts, energy by component, time.</summary>
internal static class PrintedTotals
{
    public static void Check(string file, string model, JsonElement expected)
    {
        using var run = new PricedRun(file);
        run.Run((long)expected.GetProperty("timesteps_executed").GetDouble());
        foreach (JsonProperty figure in expected.EnumerateObject())
        {
            if (figure.Name != "sim_time")
            {
                Printed.AssertEqual(figure.Name, figure.Value.GetDouble(), Value(run, figure.Name));
            }
        }

        // Counts and energies are those of every timing model; only the time differs.
        Assert.SkipUnless(model == "simple", $"counts and energies agree, but there is no '{model}' timing model yet");
        Printed.AssertEqual("sim_time", expected.GetProperty("sim_time").GetDouble(), run.Seconds);
    }

    private static double Value(PricedRun run, string figure)
    {
        CoreCounters totals = run.Totals;
        return figure switch
        {
            "timesteps_executed" => run.Timesteps,
            "total_spikes" => totals.SynapticEvents,
            "total_messages_sent" => totals.MessagesOut,
            "total_neurons_updated" => totals.CompartmentsActive,
            "total_neurons_fired" => totals.Spikes,
            "synapse" => run.Joule("synapse"),
            "dendrite" => run.Joule("dendrite"),
            "soma" => run.Joule("soma"),
            "network" => run.Joule("axon", "hops"),
            "total" => run.Energy.TotalJoule,
            _ => throw new InvalidDataException($"Unknown figure '{figure}'."),
        };
    }
}
