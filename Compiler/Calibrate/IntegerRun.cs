using Ganglion.Compiler.Check;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Calibrate;

/// <summary>Runs populations in the integers of a chip, on what all others did in floating point.</summary>
/// <remarks>
/// With one population alive this replays its exact input; with all of them it is what the chip does. Spikes are told in timesteps of the
/// network: those of a population that runs L timesteps late on the chip are counted L timesteps earlier.
/// </remarks>
internal sealed class IntegerRun
{
    private readonly CheckedNetwork _valid;
    private readonly (int Index, QuantizedPopulation Population)[] _live;
    private readonly (int Source, int Target, IntegerProjection Synapses)[] _projections;
    private readonly int[] _largestDelay;

    /// <summary>Prepares runs.</summary>
    /// <param name="valid">The network.</param>
    /// <param name="populations">Populations that compute; <see langword="null"/> for those that repeat what they did in floating point.</param>
    public IntegerRun(CheckedNetwork valid, IReadOnlyList<QuantizedPopulation?> populations)
    {
        _valid = valid;
        _live = [.. populations.Index().Where(p => p.Item is not null).Select(p => (p.Index, p.Item!))];
        _projections =
        [
            .. _live.SelectMany(target => target.Population.Parts.SelectMany(parts => parts).Select(part => (part.Source, target.Index, part))),
        ];
        _largestDelay = new int[populations.Count];
        foreach ((_, int target, IntegerProjection synapses) in _projections)
        {
            _largestDelay[target] = Math.Max(_largestDelay[target], synapses.LargestDelay);
        }
    }

    /// <summary>Runs a sample.</summary>
    /// <returns>Spikes of the populations that compute, timesteps 0 to the last of the sample.</returns>
    public SpikeRaster?[] Run(ReferenceRecording sample)
    {
        var compartments = new IntegerCompartments?[_largestDelay.Length];
        var rasters = new SpikeRaster?[_largestDelay.Length];
        foreach ((int index, QuantizedPopulation population) in _live)
        {
            compartments[index] = new IntegerCompartments((LifRegisters)population.Registers, _valid.Network.Populations[index].Count, _largestDelay[index]);
            rasters[index] = new SpikeRaster();
        }

        long last = sample.Sample.Timesteps;
        long end = last + _live.Max(population => _valid.PipelineDelay[population.Index]);
        for (long now = 0; now <= end; now++)
        {
            foreach ((int index, _) in _live)
            {
                if (now > 0)
                {
                    compartments[index]!.Update(now);
                }

                if (now >= _valid.PipelineDelay[index] && now - _valid.PipelineDelay[index] <= last)
                {
                    rasters[index]!.Append(compartments[index]!.Spikes);
                }
            }

            foreach ((int source, int target, IntegerProjection synapses) in _projections)
            {
                ReadOnlySpan<int> spikes = compartments[source] is { } computed
                    ? computed.Spikes
                    : sample.Populations[source].At(now - _valid.PipelineDelay[source]);
                foreach (int neuron in spikes)
                {
                    compartments[target]!.Deliver(synapses.Row(neuron), now);
                }
            }
        }

        return rasters;
    }
}
