using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Emulator.Encoding;

/// <summary>Rate code in hertz: a Poisson process of rate x·maximum, sampled per timestep, z(t) = [u(t) &lt; Δt·maximum·x].</summary>
/// <remarks>A timestep carries at most one spike: rates above 1/Δt fire in every timestep.</remarks>
public sealed class PoissonRateCode : ISpikeCode
{
    private readonly BernoulliRateCode _code;
    private readonly double _spikesPerTimestep;

    /// <summary>Creates the code.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="maximumHertz">Rate of the value 1, in hertz, above 0.</param>
    /// <param name="timestepSeconds">Duration of a timestep in seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate or duration is not above 0.</exception>
    public PoissonRateCode(ulong seed, double maximumHertz = 100.0, double timestepSeconds = 1e-3)
        : this(new CounterRandom(seed, RandomPurpose.Encoding).DrawUnit, maximumHertz, timestepSeconds)
    {
    }

    internal PoissonRateCode(Func<ulong, long, double> drawUnit, double maximumHertz, double timestepSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumHertz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(timestepSeconds);
        _code = new BernoulliRateCode(drawUnit);
        _spikesPerTimestep = timestepSeconds * maximumHertz;
    }

    /// <inheritdoc/>
    public SpikeTrain Encode(ReadOnlySpan<double> values, int timesteps, ulong firstId = 0, long firstTimestep = 0)
    {
        double[] probabilities = EncodingInput.Clamp(values, timesteps, firstTimestep);
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] *= _spikesPerTimestep;
        }

        return _code.Encode(probabilities, timesteps, firstId, firstTimestep);
    }
}
