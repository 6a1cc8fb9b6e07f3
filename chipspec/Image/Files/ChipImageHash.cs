using ProtoBuf;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Identity of a chip image: equal hashes mean equal images.</summary>
public static class ChipImageHash
{
    /// <summary>The XxHash128 of the content that <see cref="ChipImageFile.Write"/> would store, as 32 lower-case hexadecimal digits.</summary>
    /// <param name="image">Image.</param>
    public static string Of(ChipImage image)
    {
        using HashingStream content = new(Stream.Null);
        Serializer.Serialize(content, image);
        return Convert.ToHexStringLower(content.Hash());
    }
}
