using CsCheck;
using Ganglion.Protocols.Spif;

namespace Ganglion.Protocols.Tests.Spif;

public sealed class KeyMapTests
{
    /// <summary>A camera of 640 × 480: key 0x00010000, rows in bits 8 to 0, columns above, no sign.</summary>
    private static readonly KeyMap Camera = new(0x0100_0000, new KeyField(0x7FFF, 0, 479), new KeyField(0x7FFF_0000, 7, 639 << 9));

    [Fact]
    public void Parts_move_to_their_places()
    {
        Assert.True(Camera.TryMap(new CameraAddress(5, 7, true).Word, out uint key));

        Assert.Equal(0x0100_0000u | (5 << 9) | 7, key);
    }

    [Theory]
    [InlineData(639, 479, true)]
    [InlineData(640, 479, false)]
    [InlineData(639, 480, false)]
    public void Events_beyond_a_limit_are_dropped(int x, int y, bool mapped) =>
        Assert.Equal(mapped, Camera.TryMap(new CameraAddress(x, y, false).Word, out _));

    [Fact]
    public void A_negative_shift_moves_to_the_left()
    {
        Assert.True(new KeyMap(0, new KeyField(0x8000, -16)).TryMap(0x8000, out uint key));

        Assert.Equal(0x8000_0000, key);
    }

    [Fact]
    public void Four_parts_are_used_and_no_more()
    {
        Assert.True(new KeyMap(0, new KeyField(1), new KeyField(2), new KeyField(4), new KeyField(8), new KeyField(16)).TryMap(0xFF, out uint key));

        Assert.Equal(15u, key);
    }

    [Fact]
    public void Any_shift_is_taken() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.Int).Sample((word, mask, shift) =>
        {
            ulong moved = shift >= 0 ? (ulong)(word & mask) >> Math.Min(shift, 40) : (ulong)(word & mask) << (int)Math.Min(-(long)shift, 32);
            Assert.Equal((uint)moved, new KeyField(mask, shift).Of(word));
        });

    [Fact]
    public void Addresses_and_words_are_the_same() =>
        Gen.Select(Gen.Int[0, 32767], Gen.Int[0, 32767], Gen.Bool).Sample((x, y, on) =>
        {
            var address = new CameraAddress(x, y, on);
            Assert.True(address.Fits);
            Assert.Equal(address, CameraAddress.Of(address.Word | 0x8000_0000));
        });
}
