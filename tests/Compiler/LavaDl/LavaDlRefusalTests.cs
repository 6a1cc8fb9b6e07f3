using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Import.LavaDl;

namespace Ganglion.Compiler.Tests.LavaDl;

/// <summary>What cannot be taken is named; whatever happens to the bytes of a file, it is taken or refused, and nothing else.</summary>
public sealed class LavaDlRefusalTests
{
    private static readonly float[,] Matrix = { { 2, -4, 6 }, { -8, 10, -12 } };

    [Fact]
    public void A_layer_of_another_type_is_named() => AssertRefused("GAN1605", "layer 1", Dense().Layer("average"));

    [Theory]
    [InlineData("type", "SDNN", "layer 0 (dense), group 'neuron'")]
    [InlineData("gradedSpike", 1L, "layer 0 (dense), dataset 'neuron/gradedSpike'")]
    [InlineData("wgtExp", 2L, "layer 0 (dense), dataset 'neuron/wgtExp'")]
    public void Neurons_of_another_kind_are_named(string dataset, object value, string element) =>
        AssertRefused("GAN1606", element, Dense().Neuron(dataset, value));

    [Theory]
    [InlineData("iDecay", 4097L)]
    [InlineData("vDecay", -1L)]
    [InlineData("vThMant", 131_072L)]
    [InlineData("refDelay", 0L)]
    [InlineData("vThMant", 1.5)]
    public void Registers_out_of_range_are_named(string dataset, object value) =>
        AssertRefused("GAN1607", $"layer 0 (dense), dataset 'neuron/{dataset}'", Dense().Neuron(dataset, value));

    [Theory]
    [InlineData(0.5f, -0.001f)]
    [InlineData(1f, -300f)]
    [InlineData(100_000f, 2f)]
    public void Weights_without_a_format_are_named(float first, float second) =>
        AssertRefused("GAN1609", "layer 0 (dense), dataset 'weight'", new LavaDlNetworkFile().Layer("dense", ("weight", new float[,] { { first, second } })));

    [Fact]
    public void A_matrix_that_does_not_fit_is_named() =>
        AssertRefused("GAN1608", "layer 1 (dense), dataset 'weight'", Dense().Layer("dense", ("weight", new float[2, 3])));

    [Fact]
    public void A_declared_shape_that_does_not_fit_is_named() =>
        AssertRefused("GAN1608", "layer 0 (dense), dataset 'shape'", new LavaDlNetworkFile().Layer("dense", ("weight", Matrix), ("shape", (long[])[3])));

    [Fact]
    public void A_convolution_cannot_be_the_first_layer() =>
        AssertRefused("GAN1608", "layer 0 (conv)", new LavaDlNetworkFile().Layer("conv", ("weight", new float[3, 2, 3, 3])));

    [Fact]
    public void A_window_larger_than_its_input_is_named() => AssertRefused(
        "GAN1608", "layer 1 (conv)",
        new LavaDlNetworkFile().Layer("input", ("shape", (long[])[1, 2, 2])).Layer("conv", ("weight", new float[1, 1, 5, 5])));

    [Fact]
    public void A_layer_beyond_the_limit_is_named() => AssertRefused(
        "GAN1604", "layer 1 (conv)",
        new LavaDlNetworkFile().Layer("input", ("shape", (long[])[1, 4096, 4096])).Layer("conv", ("weight", new float[4, 1, 1, 1])));

    [Fact]
    public void A_file_of_another_kind_is_named()
    {
        string path = new Nir.NirGraphFile().Input("in", 3).Write();
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => LavaDlReader.ReadFile(path));
        File.Delete(path);

        Assert.Equal(("GAN1602", "file"), (refusal.Diagnostics[0].Code, refusal.Diagnostics[0].Location.Path));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Equal("GAN1601", Assert.Throws<InvalidInputException>(() => LavaDlReader.ReadFile("nowhere.net")).Diagnostics[0].Code);

    [Fact]
    public void A_file_that_was_cut_short_is_refused()
    {
        byte[] whole = Sample();
        for (int length = 0; length < whole.Length - 8; length += 97)
        {
            Assert.True(IsRefused(whole[..length]), $"cut to {length} of {whole.Length} bytes");
        }
    }

    [Fact]
    public void A_file_with_changed_bytes_is_taken_or_refused()
    {
        byte[] whole = Sample();
        var random = new CounterRandom(1, RandomPurpose.Encoding);
        int refused = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] damaged = [.. whole];
            for (int change = 0; change <= trial % 4; change++)
            {
                uint draw = random.Draw((ulong)trial, change);
                damaged[draw % (uint)damaged.Length] = (byte)(draw >> 24);
            }

            refused += IsRefused(damaged) ? 1 : 0;
        }

        Assert.InRange(refused, 20, 299);
    }

    private static LavaDlNetworkFile Dense() => new LavaDlNetworkFile().Layer("dense", ("weight", Matrix));

    private static void AssertRefused(string code, string element, LavaDlNetworkFile file)
    {
        Diagnostic finding = file.Refusal();
        Assert.Equal((code, element), (finding.Code, finding.Location.Path));
    }

    private static byte[] Sample()
    {
        string path = new LavaDlNetworkFile().Layer("input", ("shape", (long[])[1, 4, 4]))
            .Layer("conv", ("weight", new float[2, 1, 3, 3]), ("stride", (long[])[1, 1]), ("bias", (float[])[2, -2]))
            .Layer("flatten").Layer("dense", ("weight", new float[3, 8]), ("delay", 2L)).Write();
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static bool IsRefused(byte[] bytes)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        try
        {
            LavaDlReader.ReadFile(path);
            return false;
        }
        catch (InvalidInputException)
        {
            return true;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
