using Ganglion.ChipSpec.Reading;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>Checks that single nodes need.</summary>
internal static class SanaFeNodes
{
    /// <summary>Reports a number that is not 0.</summary>
    public static void AsZero(this YamlNode node, string what, string allowed)
    {
        double value = node.AsDouble();
        if (value != 0)
        {
            node.Report(SanaFeDiagnostics.Unsupported, $"{what}, {value}", allowed);
        }
    }
}
