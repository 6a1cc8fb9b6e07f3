using System.IO.Hashing;
using System.Text;

namespace Ganglion.ChipSpec.Writing;

/// <summary>Identity of a chip specification: equal hashes mean equal specifications.</summary>
public static class ChipSpecHash
{
    /// <summary>The XxHash128 of the canonical text of a specification, as 32 lower-case hexadecimal digits.</summary>
    /// <param name="spec">Specification.</param>
    public static string Of(Spec.ChipSpec spec) => OfText(ChipSpecWriter.Write(spec));

    /// <summary>The XxHash128 of a text in UTF-8, as 32 lower-case hexadecimal digits.</summary>
    /// <param name="canonicalText">Text that <see cref="ChipSpecWriter.Write"/> has written.</param>
    public static string OfText(string canonicalText) =>
        Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(canonicalText)));
}
