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
        return [.. samples.Select(sample => Record(simulation, sample))];
    }

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
