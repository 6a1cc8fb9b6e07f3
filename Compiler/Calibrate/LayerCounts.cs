using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Calibrate;

/// <summary>Compares the spikes of a population on the chip with those in floating point.</summary>
internal sealed class LayerCounts(string name, int neurons)
{
    private readonly List<(int Reference, int Chip)> _counts = [];
    private long _timesteps;
    private long _moved;

    /// <summary>Spikes that only one of the two fires.</summary>
    public long Moved => _moved;

    /// <summary>Sum over samples and neurons of how far the number of spikes is off.</summary>
    public long CountError => _counts.Sum(count => (long)Math.Abs(count.Reference - count.Chip));

    /// <summary>Adds a sample.</summary>
    public void Add(SpikeRaster reference, SpikeRaster chip, long timesteps)
    {
        var counts = new (int Reference, int Chip)[neurons];
        for (long timestep = 0; timestep <= timesteps; timestep++)
        {
            ReadOnlySpan<int> exact = reference.At(timestep);
            ReadOnlySpan<int> found = chip.At(timestep);
            int next = 0;
            foreach (int neuron in found)
            {
                counts[neuron].Chip++;
                while (next < exact.Length && exact[next] < neuron)
                {
                    next++;
                }

                _moved += next < exact.Length && exact[next] == neuron ? -1 : 1;
            }

            _moved += exact.Length;
            foreach (int neuron in exact)
            {
                counts[neuron].Reference++;
            }
        }

        _counts.AddRange(counts);
        _timesteps += timesteps;
    }

    /// <summary>The neuron that fires most in a sample, the first of several; −1 where none fires.</summary>
    public (int Reference, int Chip) Answer(int sample)
    {
        (int Reference, int Chip) answer = (-1, -1);
        (int Reference, int Chip) most = (0, 0);
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            (int reference, int chip) = _counts[(sample * neurons) + neuron];
            if (reference > most.Reference)
            {
                (answer.Reference, most.Reference) = (neuron, reference);
            }

            if (chip > most.Chip)
            {
                (answer.Chip, most.Chip) = (neuron, chip);
            }
        }

        return answer;
    }

    /// <summary>The comparison.</summary>
    public LayerAgreement Report()
    {
        double exact = _counts.Sum(count => (double)count.Reference);
        (int Reference, int Chip)[] ofNeuron =
        [
            .. Enumerable.Range(0, neurons).Select(neuron => Enumerable.Range(0, _counts.Count / neurons)
                .Select(sample => _counts[(sample * neurons) + neuron])
                .Aggregate((Reference: 0, Chip: 0), (sum, count) => (sum.Reference + count.Reference, sum.Chip + count.Chip))),
        ];
        return new LayerAgreement
        {
            Name = name,
            ReferenceSpikes = (long)exact,
            ChipSpikes = _counts.Sum(count => (long)count.Chip),
            CountError = exact > 0 ? CountError / exact : null,
            MovedSpikes = exact > 0 ? _moved / exact : null,
            Correlation = Correlation(),
            DeadNeurons = ofNeuron.Count(count => count is { Reference: > 0, Chip: 0 }),
            SaturatedNeurons = ofNeuron.Count(count => count.Chip * 2L > _timesteps && count.Reference * 4L <= _timesteps),
        };
    }

    private double? Correlation()
    {
        double reference = _counts.Average(count => count.Reference);
        double chip = _counts.Average(count => count.Chip);
        double spread = Math.Sqrt(_counts.Sum(count => Math.Pow(count.Reference - reference, 2)) * _counts.Sum(count => Math.Pow(count.Chip - chip, 2)));
        return spread > 0 ? _counts.Sum(count => (count.Reference - reference) * (count.Chip - chip)) / spread : null;
    }
}
