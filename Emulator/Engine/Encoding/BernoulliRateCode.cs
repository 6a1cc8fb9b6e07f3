using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Emulator.Encoding;

/// <summary>Rate code: in every timestep a neuron fires with its value as the probability, z(t) = [u(t) &lt; x].</summary>
public sealed class BernoulliRateCode : ISpikeCode
{
    private readonly Func<ulong, long, double> _drawUnit;

    /// <summary>Creates the code.</summary>
    /// <param name="seed">Seed of the run.</param>
    public BernoulliRateCode(ulong seed)
        : this(new CounterRandom(seed, RandomPurpose.Encoding).DrawUnit)
    {
    }

    internal BernoulliRateCode(Func<ulong, long, double> drawUnit) => _drawUnit = drawUnit;

    /// <inheritdoc/>
    public SpikeTrain Encode(ReadOnlySpan<double> values, int timesteps, ulong firstId = 0, long firstTimestep = 0)
    {
        double[] probabilities = EncodingInput.Clamp(values, timesteps, firstTimestep);
        SpikeTrain train = new();
        for (int t = 0; t < timesteps; t++)
        {
            for (int i = 0; i < probabilities.Length; i++)
            {
                if (probabilities[i] > 0 && _drawUnit(firstId + (ulong)i, t) < probabilities[i])
                {
                    train.Add(firstTimestep + t, i);
                }
            }
        }

        return train;
    }
}
