using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Hashing;
using System.Text.Json;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;

namespace Ganglion.ChipSpec.Tests.Images;

public sealed class ChipImageFileTests : IDisposable
{
    private const int HeaderBytes = 36;

    private readonly string _folder = Directory.CreateTempSubdirectory("ganglion").FullName;

    private string ImagePath => Path.Combine(_folder, "x.chip");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_reads_back_equal()
    {
        ChipImage image = SampleImage.Small();
        ChipImageFile.Write(image, ImagePath);
        ChipImage read = ChipImageFile.Read(ImagePath);

        Assert.Equal(JsonSerializer.Serialize(image), JsonSerializer.Serialize(read));
        Assert.Equal(image.Cores[0].Synapses.Rows, read.Cores[0].Synapses.Rows);
        Assert.Equal(ChipImageHash.Of(image), ChipImageHash.Of(read));
        Assert.Equal([ImagePath], Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_hash_follows_the_content()
    {
        ChipImage image = SampleImage.Small();

        Assert.Matches("^[0-9a-f]{32}$", ChipImageHash.Of(image));
        Assert.NotEqual(ChipImageHash.Of(image), ChipImageHash.Of(image.WithSynapses(0, memory => memory with { Dense = [0, -1, short.MinValue, 3] })));
        Assert.NotEqual(ChipImageHash.Of(image), ChipImageHash.Of(image with { TimestepSeconds = null }));
    }

    [Fact]
    public void Synapses_take_the_bytes_that_they_have_in_memory()
    {
        ChipImage image = SampleImage.Large(cores: 2, rowsPerCore: 1024, synapsesPerRow: 100);
        ChipImageFile.Write(image, ImagePath);

        long words = 2 * 1024 * 100 * sizeof(uint);
        Assert.InRange(new FileInfo(ImagePath).Length, words, words + (words / 10));
    }

    [Fact]
    public void Sixteen_million_synapses_are_written_and_read_in_seconds()
    {
        ChipImage image = SampleImage.Large(cores: 16, rowsPerCore: 1024, synapsesPerRow: 1024);
        Stopwatch time = Stopwatch.StartNew();
        ChipImageFile.Write(image, ImagePath);
        TimeSpan write = time.Elapsed;
        ChipImage read = ChipImageFile.Read(ImagePath);
        TimeSpan total = time.Elapsed;

        TestContext.Current.TestOutputHelper?.WriteLine($"write {write.TotalMilliseconds:f0} ms, read {(total - write).TotalMilliseconds:f0} ms");
        Assert.Equal(image.Cores[15].Synapses.Words, read.Cores[15].Synapses.Words);
        Assert.True(total < TimeSpan.FromSeconds(15), $"took {total}");
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        ChipImageFile.Write(SampleImage.Small(), ImagePath);
        byte[] bytes = File.ReadAllBytes(ImagePath);

        for (int length = 1; length < bytes.Length; length += length < 64 ? 1 : 97)
        {
            Assert.Equal("GAN1505", CodeOf(bytes[..length]));
        }

        Assert.Equal("GAN1502", CodeOf([]));
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        ChipImageFile.Write(SampleImage.Small(), ImagePath);
        byte[] bytes = File.ReadAllBytes(ImagePath);

        for (int at = 0; at < bytes.Length; at += at < HeaderBytes ? 1 : 53)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 0x10;
            string expected = at switch
            {
                < 8 => "GAN1502",
                < 12 => "GAN1504",
                < 20 => "GAN1505|GAN1506",
                _ => "GAN1506",
            };
            Assert.Contains(CodeOf(changed), expected, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Other_versions_are_refused_by_their_number()
    {
        ChipImageFile.Write(SampleImage.Small(), ImagePath);
        byte[] bytes = File.ReadAllBytes(ImagePath);

        bytes[8] = 0;
        Assert.Equal("GAN1503", CodeOf(bytes));
        bytes[8] = 2;
        Assert.Equal("GAN1504", CodeOf(bytes));
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Assert.Equal("GAN1502", CodeOf("name: net\n"u8.ToArray()));
        Assert.Equal("GAN1502", CodeOf([0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a]));
        Assert.Equal("GAN1501", Assert.Single(Assert.Throws<InvalidInputException>(() => ChipImageFile.Read(_folder)).Diagnostics).Code);
        Assert.Equal("GAN1501", Assert.Single(Assert.Throws<InvalidInputException>(() => ChipImageFile.Read(ImagePath + "x")).Diagnostics).Code);
    }

    [Fact]
    public void Trailing_bytes_are_refused()
    {
        ChipImageFile.Write(SampleImage.Small(), ImagePath);

        Assert.Equal("GAN1506", CodeOf([.. File.ReadAllBytes(ImagePath), 0]));
    }

    [Fact]
    public void What_cannot_be_written_leaves_the_old_file_and_nothing_else()
    {
        Directory.CreateDirectory(ImagePath);

        InvalidInputException e = Assert.Throws<InvalidInputException>(() => ChipImageFile.Write(SampleImage.Small(), ImagePath));

        Assert.Equal("GAN1508", Assert.Single(e.Diagnostics).Code);
        Assert.Equal([ImagePath], Directory.GetFileSystemEntries(_folder));
        Assert.Throws<InvalidInputException>(() => ChipImageFile.Write(SampleImage.Small(), Path.Combine(_folder, "none", "x.chip")));
        Assert.Throws<InvalidInputException>(() => ChipImageFile.Write(SampleImage.Small(), "bad\0name"));
    }

    public static TheoryData<string, byte[]> HostileContents => new()
    {
        { "a core that ends early", [0x33] },
        { "a string of 2 GB", [0x0a, 0xff, 0xff, 0xff, 0xff, 0x07] },
        { "a nested string of 2 GB", [0x2a, 0x08, 0x0a, 0xff, 0xff, 0xff, 0xff, 0x07, 0x00, 0x00] },
        { "nested words of 2 GB", [0x32, 0x0a, 0x32, 0x08, 0x22, 0xff, 0xff, 0xff, 0xff, 0x07, 0x00, 0x00] },
        { "nested packed integers of 2 GB", [0x2a, 0x08, 0x22, 0xff, 0xff, 0xff, 0xff, 0x07, 0x00, 0x00] },
        { "words that are no multiple of four", [0x33, 0x33, 0x22, 0x03, 1, 2, 3, 0x34, 0x34] },
        { "rows that are no multiple of sixteen", [0x33, 0x33, 0x1a, 0x03, 1, 2, 3, 0x34, 0x34] },
        { "field number 0", [0x00, 0x00] },
        { "a wire type that does not exist", [0x0f] },
        { "an endless varint", [0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff] },
        { "a wrong wire type", [0x08, 0x01] },
        { "many nested groups", [.. Enumerable.Repeat((byte)0x33, 100_000)] },
        { "nothing", [] },
        { "an empty core", [0x33, 0x34] },
        { "an empty source and population", [0x3a, 0x00, 0x2a, 0x00] },
    };

    [Theory]
    [MemberData(nameof(HostileContents))]
    public void Content_with_a_right_checksum_is_not_trusted(string what, byte[] content)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        string code = CodeOf(Sealed(content));

        Assert.Contains(code, "GAN1506|GAN1507|GAN1004", StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 50_000_000, what);
    }

    [Fact]
    public void Random_damage_under_a_right_checksum_never_ends_in_another_exception()
    {
        ChipImageFile.Write(SampleImage.Small(), ImagePath);
        byte[] content = File.ReadAllBytes(ImagePath)[HeaderBytes..];
        int chipSpec = SampleImage.Small().ChipSpec.Length;
        for (int i = 0; i < 3000; i++)
        {
            // Most of the content is the chip specification; damage what stands around it.
            byte[] damaged = [.. content];
            for (uint k = 0; k <= (uint)i % 3; k++)
            {
                uint at = (((uint)i * 2654435761u) + (k * 40503u)) % (uint)(content.Length - chipSpec);
                damaged[at < 60 ? at : at + (uint)chipSpec] = (byte)((uint)i * 2246822519u >> (int)(8 + k));
            }

            File.WriteAllBytes(ImagePath, Sealed(damaged));
            try
            {
                ChipImageFile.Read(ImagePath);
            }
            catch (InvalidInputException e)
            {
                Assert.All(e.Diagnostics, diagnostic => Assert.NotNull(diagnostic.Remedy));
            }
        }
    }

    private string CodeOf(byte[] bytes)
    {
        File.WriteAllBytes(ImagePath, bytes);
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => ChipImageFile.Read(ImagePath));
        Assert.All(e.Diagnostics, diagnostic => Assert.NotNull(diagnostic.Remedy));
        return e.Diagnostics[0].Code;
    }

    private static byte[] Sealed(byte[] content)
    {
        byte[] file = new byte[HeaderBytes + content.Length];
        ((byte[])[0x89, (byte)'G', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]).CopyTo(file, 0);
        file[8] = 1;
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(12), content.Length);
        XxHash128.Hash(content).CopyTo(file.AsSpan(20));
        content.CopyTo(file, HeaderBytes);
        return file;
    }
}
