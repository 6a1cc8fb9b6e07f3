namespace Ganglion.CommandLine.Learn.Digits;

/// <summary>Which digits each neuron fires for; the only place that looks at labels.</summary>
/// <param name="neurons">Neurons.</param>
/// <param name="memory">Share of what was noted that an image leaves in place, above 0 to 1; below 1 the names follow what is learned.</param>
internal sealed class NeuronNames(int neurons, double memory = 1)
{
    private const int Digits = 10;
    private double[,] _spikes = new double[neurons, Digits];
    private double _weight = 1;

    /// <summary>The same names, which go ways of their own from here.</summary>
    public NeuronNames Copy() => new(neurons, memory) { _spikes = (double[,])_spikes.Clone(), _weight = _weight };

    /// <summary>Notes how the neurons responded to an image.</summary>
    /// <param name="label">Its digit.</param>
    /// <param name="responses">Spikes of each neuron.</param>
    public void Note(int label, ReadOnlySpan<int> responses)
    {
        _weight /= memory;
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            _spikes[neuron, label] += _weight * responses[neuron];
        }
    }

    /// <summary>The digit that a neuron fires for most.</summary>
    /// <param name="neuron">The neuron.</param>
    public int NameOf(int neuron) => Enumerable.Range(0, Digits).MaxBy(digit => _spikes[neuron, digit]);

    /// <summary>Spikes that a neuron has fired for the digit it is named after.</summary>
    /// <param name="neuron">The neuron.</param>
    public double SpikesOf(int neuron) => _spikes[neuron, NameOf(neuron)];

    /// <summary>Reads responses: every spike votes with the shares of digits that its neuron has fired for.</summary>
    /// <param name="responses">Spikes of each neuron.</param>
    /// <returns>The digit; −1 when no neuron that is known fired.</returns>
    public int Answer(ReadOnlySpan<int> responses)
    {
        Span<double> votes = stackalloc double[Digits];
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            double sum = responses[neuron] == 0 ? 0 : Enumerable.Range(0, Digits).Sum(digit => _spikes[neuron, digit]);
            for (int digit = 0; sum > 0 && digit < Digits; digit++)
            {
                votes[digit] += responses[neuron] * _spikes[neuron, digit] / sum;
            }
        }

        int answer = -1;
        for (int digit = 0; digit < Digits; digit++)
        {
            answer = votes[digit] > (answer < 0 ? 0 : votes[answer]) ? digit : answer;
        }

        return answer;
    }
}
