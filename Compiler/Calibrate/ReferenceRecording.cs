using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;

namespace Ganglion.Compiler.Calibrate;

/// <summary>What every population of the network does in floating point, for one sample.</summary>
internal sealed record ReferenceRecording(CalibrationSample Sample, SpikeRaster[] Populations)
{
    /// <summary>Records all samples.</summary>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">The network has no reference.</exception>
    public static ReferenceRecording[] Record(CheckedNetwork valid, IReadOnlyList<CalibrationSample> samples)
    {
        ReferenceSimulation simulation = new(valid.Network);
        bool isEarly = samples.Any(sample => sample.Input.Values.Any(spikes => spikes.Timesteps.Contains(0)));
        return [.. samples.Select(sample => Record(simulation, isEarly ? OneLater(sample) : sample))];
    }

    /// <summary>Without a chip, sources act within their timestep, and timestep 0 has none: what is fired there would be lost.</summary>
    private static CalibrationSample OneLater(CalibrationSample sample) => sample with
    {
        Input = sample.Input.ToDictionary(
            source => source.Key, source => new ListSource([.. source.Value.Timesteps.Select(timestep => timestep + 1)], source.Value.Neurons), StringComparer.Ordinal),
        Timesteps = sample.Timesteps + 1,
    };

    private static ReferenceRecording Record(ReferenceSimulation simulation, CalibrationSample sample)
    {
        simulation.Reset();
        foreach ((string source, ListSource spikes) in sample.Input)
        {
            simulation.Feed(source, spikes);
        }

        IReadOnlyList<Population> populations = simulation.Network.Populations;
        SpikeRaster[] rasters = [.. populations.Select(_ => new SpikeRaster())];
        simulation.Start();
        for (long timestep = 0; ; timestep++)
        {
            for (int p = 0; p < rasters.Length; p++)
            {
                rasters[p].Append(simulation.Spikes(populations[p].Name));
            }

            if (timestep == sample.Timesteps)
            {
                return new ReferenceRecording(sample, rasters);
            }

            simulation.Step();
        }
    }
}
