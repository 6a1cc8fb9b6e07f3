using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Tests.Encoding;

/// <summary>Against encodings made by independent code, which agree with the libraries of the field.</summary>
public sealed class ReferenceEncodingTests
{
    private const int Timesteps = 32;

    [Fact]
    public void Bernoulli_code_fires_where_the_uniform_draw_is_below_the_value()
    {
        using EncodingVectors golden = EncodingVectors.OpenShared("golden/nir/encodings.npz");
        double[] values = golden.Doubles("rate_bernoulli/x");
        double[] uniforms = golden.Doubles("rate_bernoulli/u");
        BernoulliRateCode code = new((id, t) => uniforms[((int)t * values.Length) + (int)id]);

        Assert.Equal(golden.Bytes("rate_bernoulli/out"), Raster.Of(code.Encode(values, Timesteps), Timesteps, values.Length));
    }

    [Fact]
    public void Poisson_code_fires_where_the_uniform_draw_is_below_the_rate_times_the_timestep()
    {
        using EncodingVectors golden = EncodingVectors.OpenShared("golden/nir/encodings.npz");
        double[] values = golden.Doubles("rate_poisson_hz/x");
        double[] uniforms = golden.Doubles("rate_poisson_hz/u");
        PoissonRateCode code = new(
            (id, t) => uniforms[((int)t * values.Length) + (int)id],
            golden.Doubles("rate_poisson_hz/fmax")[0],
            golden.Doubles("rate_poisson_hz/dt")[0]);

        Assert.Equal(golden.Bytes("rate_poisson_hz/out"), Raster.Of(code.Encode(values, Timesteps), Timesteps, values.Length));
    }

    [Fact]
    public void Regular_code_matches()
    {
        using EncodingVectors golden = EncodingVectors.OpenShared("golden/nir/encodings.npz");
        double[] values = golden.Doubles("rate_regular/x");

        SpikeTrain train = new RegularRateCode().Encode(values, Timesteps);

        Assert.Equal(golden.Bytes("rate_regular/out"), Raster.Of(train, Timesteps, values.Length));
    }

    [Fact]
    public void Linear_latency_code_matches_when_every_value_fires()
    {
        using EncodingVectors golden = EncodingVectors.OpenShared("golden/nir/encodings.npz");
        double[] values = golden.Doubles("ttfs_linear/x");

        SpikeTrain train = new LinearLatencyCode(silentUpTo: double.NegativeInfinity).Encode(values, Timesteps);

        Assert.Equal(golden.Bytes("ttfs_linear/out"), Raster.Of(train, Timesteps, values.Length));
    }

    [Fact]
    public void Binary_code_matches()
    {
        using EncodingVectors golden = EncodingVectors.OpenShared("golden/nir/encodings.npz");
        double[] values = golden.Doubles("binary/x");

        SpikeTrain train = new BinaryThresholdCode(golden.Doubles("binary/theta")[0]).Encode(values, timesteps: 1);

        Assert.Equal(golden.Bytes("binary/out"), Raster.Of(train, 1, values.Length));
    }
}
