using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reference;

/// <summary>State of a neuron population and its update.</summary>
internal sealed class ReferenceNeurons : IReferencePopulation
{
    private readonly ReferenceCoefficients _coefficients;
    private readonly double[] _current;
    private readonly double[] _potential;
    private readonly int[] _rest;
    private readonly int[] _spikes;
    private int _spikeCount;

    public ReferenceNeurons(NeuronPopulation population)
    {
        int count = population.Count;
        _coefficients = ReferenceCoefficients.Of(population);
        _current = new double[count];
        _potential = new double[count];
        _rest = new int[count];
        _spikes = new int[count];
        Input = new DelayedInput(count);
        Reset();
    }

    public DelayedInput Input { get; }

    public ReadOnlySpan<int> Spikes => _spikes.AsSpan(0, _spikeCount);

    public ReadOnlySpan<double> Current => _current;

    public ReadOnlySpan<double> Potential => _potential;

    public void Update(long timestep)
    {
        _spikeCount = 0;
        double[] input = Input.Take(timestep);
        if (timestep == 0)
        {
            // Timestep 0 is the state before the run: sources fire, neurons do not move.
            Array.Clear(input);
            return;
        }

        ReferenceCoefficients c = _coefficients;
        for (int n = 0; n < _potential.Length; n++)
        {
            _current[n] = (c.CurrentDecay[n] * _current[n]) + (c.CurrentGain[n] * input[n]);
            if (_rest[n] > 0)
            {
                _rest[n]--;
                continue;
            }

            double potential = (c.PotentialDecay[n] * _potential[n]) + (c.InputGain[n] * _current[n]) + c.Bias[n];
            potential = Math.Min(Math.Max(potential, c.Minimum[n]), c.Maximum[n]);
            if (potential > c.Threshold[n])
            {
                potential = c.Subtract ? potential - c.Threshold[n] : c.Reset[n];
                _rest[n] = c.Refractory[n] - 1;
                _spikes[_spikeCount++] = n;
            }

            _potential[n] = potential;
        }

        Array.Clear(input);
    }

    public void Reset()
    {
        Input.Clear();
        _spikeCount = 0;
        Array.Clear(_rest);
        _coefficients.InitialCurrent.CopyTo(_current, 0);
        _coefficients.InitialPotential.CopyTo(_potential, 0);
    }
}
