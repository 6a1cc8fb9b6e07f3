using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text.Json;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.ChipSpec.Tests.Images.Learned;

public sealed class LearnedStateFileTests : IDisposable
{
    private const int HeaderBytes = 36;

    private readonly string _folder = Directory.CreateTempSubdirectory("ganglion").FullName;

    private string StatePath => Path.Combine(_folder, "x.state");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, byte[]> HostileContents => new()
    {
        { "a string of 2 GB", [0x0a, 0xff, 0xff, 0xff, 0xff, 0x07] },
        { "weights of 2 GB", [0x22, 0x08, 0x3a, 0xff, 0xff, 0xff, 0xff, 0x07, 0x00, 0x00] },
        { "an odd number of bytes of weights", [0x22, 0x05, 0x3a, 0x03, 1, 2, 3] },
        { "sources that are no multiple of four", [0x22, 0x05, 0x2a, 0x03, 1, 2, 3] },
        { "field number 0", [0x00, 0x00] },
        { "a wire type that does not exist", [0x0f] },
        { "an endless varint", [0x18, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff] },
        { "a negative number of timesteps", [0x18, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01] },
        { "a projection twice", [0x22, 0x00, 0x22, 0x00] },
        { "weights without neurons", [0x22, 0x04, 0x3a, 0x02, 1, 0] },
    };

    [Fact]
    public void What_is_written_reads_back_equal()
    {
        LearnedState state = Sample();
        LearnedStateFile.Write(state, StatePath);

        LearnedState read = LearnedStateFile.Read(StatePath);

        Assert.Equal(JsonSerializer.Serialize(state), JsonSerializer.Serialize(read));
        Assert.Equal([StatePath], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_synapse_takes_ten_bytes_without_tags_and_delays()
    {
        const int synapses = 100_000;
        LearnedState state = Sample() with
        {
            Projections = [Sample().Projections[1] with { Sources = new int[synapses], Targets = new int[synapses], Weights = new short[synapses] }],
        };

        LearnedStateFile.Write(state, StatePath);

        Assert.InRange(new FileInfo(StatePath).Length, synapses * 10, (synapses * 10) + 200);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] bytes = Written();

        for (int length = 1; length < bytes.Length; length++)
        {
            Assert.Equal("GAN1514", CodeOf(bytes[..length]));
        }

        Assert.Equal("GAN1512", CodeOf([]));
        Assert.Equal("GAN1514", CodeOf([.. bytes, 0]));
    }

    [Fact]
    public void Every_changed_bit_is_noticed()
    {
        byte[] bytes = Written();
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] changed = [.. bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            string expected = (bit / 8) switch
            {
                < 8 => "GAN1512",
                < 12 => "GAN1513",
                _ => "GAN1514",
            };
            Assert.Equal(expected, CodeOf(changed));
        }
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Assert.Equal("GAN1512", CodeOf("name: net\n"u8.ToArray()));
        Assert.Equal("GAN1512", CodeOf([0x89, (byte)'G', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, .. new byte[28]]));
        Assert.Equal("GAN1511", Assert.Single(Assert.Throws<InvalidInputException>(() => LearnedStateFile.Read(_folder)).Diagnostics).Code);
        Assert.Equal("GAN1511", Assert.Single(Assert.Throws<InvalidInputException>(() => LearnedStateFile.Read(StatePath + "x")).Diagnostics).Code);
    }

    [Fact]
    public void What_cannot_be_written_leaves_nothing()
    {
        Directory.CreateDirectory(StatePath);

        InvalidInputException e = Assert.Throws<InvalidInputException>(() => LearnedStateFile.Write(Sample(), StatePath));

        Assert.Equal("GAN1518", Assert.Single(e.Diagnostics).Code);
        Assert.Equal([StatePath], Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [MemberData(nameof(HostileContents))]
    public void Content_with_a_right_checksum_is_not_trusted(string what, byte[] content)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        string code = CodeOf(Sealed(content));

        Assert.Contains(code, "GAN1514|GAN1517", StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000, what);
    }

    [Fact]
    public void Random_damage_under_a_right_checksum_never_ends_in_another_exception()
    {
        byte[] content = Written()[HeaderBytes..];
        int refused = 0;
        for (int i = 0; i < 5000; i++)
        {
            byte[] damaged = [.. content];
            for (uint k = 0; k <= (uint)i % 3; k++)
            {
                damaged[(((uint)i * 2654435761u) + (k * 40503u)) % (uint)content.Length] = (byte)((uint)i * 2246822519u >> (int)(8 + k));
            }

            File.WriteAllBytes(StatePath, Sealed(damaged));
            try
            {
                LearnedStateFile.Read(StatePath);
            }
            catch (InvalidInputException e)
            {
                refused++;
                Assert.All(e.Diagnostics, diagnostic => Assert.NotNull(diagnostic.Remedy));
            }
        }

        Assert.True(refused > 500, $"Only {refused} were refused.");
    }

    [Theory]
    [InlineData("inhibitory", "weight", 1)]
    [InlineData("inhibitory", "weight", -256)]
    [InlineData("mixed", "weight", -257)]
    [InlineData("mixed", "weight", 256)]
    [InlineData("mixed", "tag", -258)]
    [InlineData("mixed", "tag", 256)]
    [InlineData("mixed", "delay variable", -1)]
    [InlineData("mixed", "delay variable", 256)]
    public void A_variable_out_of_range_is_named_with_its_synapse(string name, string variable, short value)
    {
        LearnedState state = Sample();
        LearnedProjection[] projections = [.. state.Projections.Select(projection => projection.Name == name ? Changed(projection) : projection)];
        LearnedStateFile.Write(state with { Projections = projections }, StatePath);

        Diagnostic finding = Assert.Single(Assert.Throws<InvalidInputException>(() => LearnedStateFile.Read(StatePath)).Diagnostics);

        Assert.Equal(("GAN1516", $"projection '{name}'", StatePath), (finding.Code, finding.Location.Path, finding.Location.File));
        Assert.Equal($"{variable} {value} of the synapse from neuron 1 to neuron 4", finding.Found);

        LearnedProjection Changed(LearnedProjection projection) => variable switch
        {
            "weight" => projection with { Weights = [projection.Weights[0], value] },
            "tag" => projection with { Tags = [0, value] },
            _ => projection with { Delays = [0, value] },
        };
    }

    [Fact]
    public void Findings_about_a_file_are_bounded()
    {
        LearnedProjection mixed = Sample().Projections[0] with { Sources = new int[10_000], Targets = new int[10_000], Weights = [.. Enumerable.Repeat((short)999, 10_000)], Tags = [], Delays = [] };
        LearnedStateFile.Write(Sample() with { Projections = [mixed] }, StatePath);

        Assert.InRange(Assert.Throws<InvalidInputException>(() => LearnedStateFile.Read(StatePath)).Diagnostics.Count, 1, 201);
    }

    private static LearnedState Sample() => new()
    {
        NetworkName = "sample ∑",
        NetworkHash = "00112233445566778899aabbccddeeff",
        Timesteps = 12_345,
        Projections =
        [
            new LearnedProjection
            {
                Name = "mixed",
                Sign = PlasticSign.Mixed,
                WeightExponent = -2,
                PotentialScale = 0.125,
                Sources = [0, 1],
                Targets = [70_000, 4],
                Weights = [-256, 255],
                Tags = [-257, 255],
                Delays = [0, 255],
            },
            new LearnedProjection
            {
                Name = "inhibitory",
                Sign = PlasticSign.Inhibitory,
                WeightExponent = 0,
                Sources = [0, 1],
                Targets = [3, 4],
                Weights = [-255, 0],
            },
        ],
    };

    private byte[] Written()
    {
        LearnedStateFile.Write(Sample(), StatePath);
        return File.ReadAllBytes(StatePath);
    }

    private string CodeOf(byte[] bytes)
    {
        File.WriteAllBytes(StatePath, bytes);
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => LearnedStateFile.Read(StatePath));
        Assert.All(e.Diagnostics, diagnostic => Assert.NotNull(diagnostic.Remedy));
        return e.Diagnostics[0].Code;
    }

    private static byte[] Sealed(byte[] content)
    {
        byte[] file = new byte[HeaderBytes + content.Length];
        ((byte[])[0x89, (byte)'G', (byte)'N', (byte)'S', 0x0d, 0x0a, 0x1a, 0x0a]).CopyTo(file, 0);
        file[8] = 1;
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(12), content.Length);
        XxHash128.Hash(content).CopyTo(file.AsSpan(20));
        content.CopyTo(file, HeaderBytes);
        return file;
    }
}
