using System.Buffers.Binary;
using System.IO.Hashing;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;

namespace Ganglion.Emulator.Tests.Learning;

/// <summary>Images of networks that learn, damaged under a right checksum.</summary>
public sealed class HostileImageTests : IDisposable
{
    private const int HeaderBytes = 36;

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void An_image_that_is_accepted_runs_whatever_was_damaged()
    {
        ChipSpec.Spec.ChipSpec chip = PlasticNetworks.Chip(16);
        ChipImage image = NetworkCompiler.Compile(PlasticNetworks.Build(12, 5, 0.3, 3, 2), chip).Image;
        ChipImageFile.Write(image, _path);
        byte[] sealedBytes = File.ReadAllBytes(_path);
        byte[] content = sealedBytes[HeaderBytes..];
        byte[] specification = System.Text.Encoding.UTF8.GetBytes(image.ChipSpec);
        int specEnd = content.AsSpan().IndexOf(specification) + specification.Length;
        (int refused, int run) = (0, 0);
        for (uint i = 0; i < 800; i++)
        {
            byte[] damaged = [.. content];
            for (uint k = 0; k <= i % 2; k++)
            {
                damaged[specEnd + (int)(((i * 2654435761u) + (k * 40503u)) % (uint)(content.Length - specEnd))] ^= (byte)(1u << (int)((i + k) % 8));
            }

            BinaryPrimitives.WriteInt64LittleEndian(sealedBytes.AsSpan(12), damaged.Length);
            XxHash128.Hash(damaged).CopyTo(sealedBytes.AsSpan(20));
            damaged.CopyTo(sealedBytes, HeaderBytes);
            File.WriteAllBytes(_path, sealedBytes);
            if (Loaded() is { } machine)
            {
                using (machine)
                {
                    machine.Run(12);
                    machine.ReadLearned();
                }

                run++;
            }
            else
            {
                refused++;
            }
        }

        Assert.True(refused > 50 && run > 50, $"{refused} refused, {run} run.");
    }

    /// <summary>The machine, or <see langword="null"/> for an image that is refused: by its check, or by a core that knows its model.</summary>
    private Machine? Loaded()
    {
        try
        {
            ChipImage image = ChipImageFile.Read(_path);
            return new Machine(image, ChipSpecReader.Read(image.ChipSpec, "image"));
        }
        catch (Exception e) when (e is InvalidInputException or ArgumentException)
        {
            return null;
        }
    }
}
