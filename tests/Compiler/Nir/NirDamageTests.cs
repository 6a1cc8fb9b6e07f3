using System.IO.Compression;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Compiler.Import.Nir;

namespace Ganglion.Compiler.Tests.Nir;

/// <summary>Whatever happens to the bytes of a file, it is taken or refused, and nothing else.</summary>
public sealed class NirDamageTests
{
    /// <summary>The link <c>/node</c> leads to <c>/node</c>; gzip.</summary>
    private const string SoftLinkToItself =
        "H4sIAAAAAAACA+v0cHHj5ZLiYubgYICB/1BwGMo3gNJsUonm/h4uQUwK60JYs5FxBZMQskYY4GJiYARq42dgYORgZMnLT0llZdAHUQyuDNQBix" +
        "1vnAQA4Wjr0cMAAAA=";

    /// <summary>The subgraph <c>g</c> has the group that it stands in as its nodes; gzip.</summary>
    private const string GroupWithinItself =
        "H4sIAAAAAAACA+v0cHHj5ZLiYubgYICB/1CgIAHhG0DFn2TfY/f3cAliUlgXwpqNjCuYhJA1wgAXEwMjAwMbPwOQYsnLT0k9DLPClYE6QMHoxi" +
        "PynVRSWZAaxggxiU0AJMQKcmVxEhPUeEMynBQXkesEdhIjAyMjCwMDyCxmEQZGSUZGBqAdYAyxk4OBFegaZiYOoEtZGBmgESAAM+gAw5AHMUya" +
        "teREDw8oiBjTv0LjQYyVgQUcjgz2FDvpwdsVqyhLMR3MVE4x048uO05OihGQGH4pZo83Kw/DKBgFo4AuAFTpCEBrHlAZ4+7s78OIVKgwIqkDAT" +
        "/PIPeixIIMJhzi8KKIfzRsR8EoGAWjYBSMglEwCkbBKBgFo2AUjIKhMB4A6uMDAPzYlKcgGAAA";

    [Fact]
    public void A_link_to_itself_is_refused() => Assert.Equal("GAN1202", Refusal(Unpack(SoftLinkToItself)));

    [Fact]
    public void A_group_within_itself_is_refused() => Assert.Equal("GAN1204", Refusal(Unpack(GroupWithinItself)));

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

    private static byte[] Sample()
    {
        string path = new NirGraphFile().Input("in", 3)
            .Node("fc", "Affine", ("weight", NirRun.Matrix(4, 3, 1, 1)), ("bias", NirRun.Values(4, 2)))
            .Node("lif", "LIF", ("tau", (double[])[1, 2, 3, 4]), ("r", 1.0), ("v_leak", 0.0), ("v_threshold", 1.0))
            .Output("out", 4).Path("in", "fc", "lif", "out").Write();
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static byte[] Unpack(string text)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }

    private static bool IsRefused(byte[] bytes) => Refusal(bytes) is not null;

    /// <summary>The code of the last finding, or <see langword="null"/> if the file is taken.</summary>
    private static string? Refusal(byte[] bytes)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        try
        {
            NirReader.ReadFile(path);
            return null;
        }
        catch (InvalidInputException refusal)
        {
            return refusal.Diagnostics[^1].Code;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
