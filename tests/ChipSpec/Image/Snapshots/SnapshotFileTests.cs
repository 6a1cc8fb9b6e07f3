using System.Buffers.Binary;
using System.IO.Hashing;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.ChipSpec.Tests.Image.Snapshots;

public sealed class SnapshotFileTests : IDisposable
{
    private const int HeaderBytes = 36;
    private readonly string _folder = Directory.CreateTempSubdirectory("ganglion").FullName;

    private string Path => System.IO.Path.Combine(_folder, "net.snapshot");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read()
    {
        SnapshotFile.Write(Sample(), Path);
        byte[] first = File.ReadAllBytes(Path);

        MachineSnapshot read = SnapshotFile.Read(Path);
        SnapshotFile.Write(read, Path);

        Assert.Equal(first, File.ReadAllBytes(Path));
        Assert.Equal(("sample ∑", ulong.MaxValue, 12_345L), (read.NetworkName, read.Seed, read.Timestep));
        Assert.Equal(["core 1", "source 'x'"], read.Parts.Select(part => part.Name));
        Assert.Equal([1, 2, 3, 4], read.Parts[0].Arrays[0].Values);
        Assert.Equal([7], Assert.Single(read.Learned!.Projections).Weights);
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] bytes = Written();

        for (int length = 1; length < bytes.Length; length++)
        {
            Assert.Equal("GAN1704", CodeOf(bytes[..length]));
        }

        Assert.Equal("GAN1702", CodeOf([]));
        Assert.Equal("GAN1704", CodeOf([.. bytes, 0]));
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
                < 8 => "GAN1702",
                < 12 => "GAN1703",
                _ => "GAN1704",
            };
            Assert.Equal(expected, CodeOf(changed));
        }
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Assert.Equal("GAN1702", CodeOf("name: net\n"u8.ToArray()));
        Assert.Equal("GAN1702", CodeOf([0x89, (byte)'G', (byte)'N', (byte)'S', 0x0d, 0x0a, 0x1a, 0x0a, .. new byte[28]]));
        Assert.Equal("GAN1701", Assert.Single(Assert.Throws<InvalidInputException>(() => SnapshotFile.Read(_folder)).Diagnostics).Code);
        Assert.Equal("GAN1701", Assert.Single(Assert.Throws<InvalidInputException>(() => SnapshotFile.Read(Path + "x")).Diagnostics).Code);
    }

    [Fact]
    public void What_cannot_be_written_leaves_nothing()
    {
        Directory.CreateDirectory(Path);

        InvalidInputException e = Assert.Throws<InvalidInputException>(() => SnapshotFile.Write(Sample(), Path));

        Assert.Equal("GAN1708", Assert.Single(e.Diagnostics).Code);
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Random_damage_under_a_right_checksum_never_ends_in_another_exception()
    {
        byte[] content = Written()[HeaderBytes..];
        int refused = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 5000; i++)
        {
            byte[] damaged = [.. content];
            for (uint k = 0; k <= (uint)i % 3; k++)
            {
                damaged[(((uint)i * 2654435761u) + (k * 40503u)) % (uint)content.Length] = (byte)((uint)i * 2246822519u >> (int)(8 + k));
            }

            File.WriteAllBytes(Path, Sealed(damaged));
            try
            {
                SnapshotFile.Read(Path);
            }
            catch (InvalidInputException e)
            {
                refused++;
                Assert.All(e.Diagnostics, diagnostic => Assert.NotNull(diagnostic.Remedy));
            }
        }

        Assert.True(refused > 500, $"Only {refused} were refused.");
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 5000, 0, 4L << 20);
    }

    [Fact]
    public void What_contradicts_itself_is_refused()
    {
        foreach (MachineSnapshot snapshot in (MachineSnapshot[])
        [
            Sample() with { Timestep = -1 },
            Sample() with { Timestep = long.MaxValue },
            Sample() with { Parts = [Sample().Parts[0], Sample().Parts[0]] },
            Sample() with { Parts = [Sample().Parts[0] with { Arrays = [new StateArray { Name = "v", Width = 4, Values = [1, 2, 3] }] }] },
            Sample() with { Parts = [Sample().Parts[0] with { Arrays = [new StateArray { Name = "v", Width = 0, Values = [1, 2, 3] }] }] },
        ])
        {
            SnapshotFile.Write(snapshot, Path);
            Diagnostic finding = Assert.Single(Assert.Throws<InvalidInputException>(() => SnapshotFile.Read(Path)).Diagnostics);
            Assert.Equal(("GAN1707", Path), (finding.Code, finding.Location.File));
        }
    }

    private static MachineSnapshot Sample() => new()
    {
        NetworkName = "sample ∑",
        ImageHash = "00112233445566778899aabbccddeeff",
        Seed = ulong.MaxValue,
        Timestep = 12_345,
        Learned = new LearnedState
        {
            NetworkName = "sample ∑",
            NetworkHash = "00",
            Timesteps = 3,
            Projections = [new LearnedProjection { Name = "one", Sign = PlasticSign.Mixed, WeightExponent = 0, Sources = [0], Targets = [1], Weights = [7] }],
        },
        Parts =
        [
            new StatePart { Name = "core 1", Arrays = [new StateArray { Name = "v", Width = 4, Values = [1, 2, 3, 4] }, new StateArray { Name = "none", Width = 1, Values = [] }] },
            new StatePart { Name = "source 'x'", Arrays = [] },
        ],
    };

    private byte[] Written()
    {
        SnapshotFile.Write(Sample(), Path);
        return File.ReadAllBytes(Path);
    }

    private string CodeOf(byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        InvalidInputException e = Assert.Throws<InvalidInputException>(() => SnapshotFile.Read(Path));
        Assert.All(e.Diagnostics, diagnostic => Assert.NotNull(diagnostic.Remedy));
        return e.Diagnostics[0].Code;
    }

    private static byte[] Sealed(byte[] content)
    {
        byte[] file = new byte[HeaderBytes + content.Length];
        ((byte[])[0x89, (byte)'G', (byte)'N', (byte)'P', 0x0d, 0x0a, 0x1a, 0x0a]).CopyTo(file, 0);
        file[8] = 1;
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(12), content.Length);
        XxHash128.Hash(content).CopyTo(file.AsSpan(20));
        content.CopyTo(file, HeaderBytes);
        return file;
    }
}
