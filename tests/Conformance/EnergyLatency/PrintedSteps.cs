namespace Ganglion.Conformance.Tests.EnergyLatency;

/// <summary>Figures of single timesteps.</summary>
internal static class PrintedSteps
{
    /// <summary>Timesteps to run: some more than there are different ones.</summary>
    private const int Timesteps = 10;

    public static void Check(string file, StepFigures[] steps)
    {
        using var run = new PricedRun(file);
        StepFigures before = SoFar(run);
        for (int timestep = 1; timestep <= Timesteps; timestep++)
        {
            run.Run(1);
            StepFigures now = SoFar(run);
            StepFigures expected = steps[Math.Min(timestep, steps.Length) - 1];
            Compare("step time", expected.Seconds, now.Seconds - before.Seconds);
            Compare("synapse", expected.Synapse, now.Synapse - before.Synapse);
            Compare("soma", expected.Soma, now.Soma - before.Soma);
            Compare("network", expected.Network, now.Network - before.Network);
            Compare("total", expected.Total, now.Total - before.Total);
            before = now;

            void Compare(string what, double? figure, double? actual)
            {
                if (figure is { } value)
                {
                    Printed.AssertEqual($"{what} of timestep {timestep}", value, actual!.Value);
                }
            }
        }
    }

    private static StepFigures SoFar(PricedRun run) =>
        new(run.Seconds, run.Joule("synapse"), run.Joule("soma"), run.Joule("axon", "hops"), run.Energy.TotalJoule);
}
