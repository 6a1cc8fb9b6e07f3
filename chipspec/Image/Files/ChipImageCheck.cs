using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks that the parts of a chip image fit together, so that whoever runs it may index by them.</summary>
public static class ChipImageCheck
{
    /// <summary>Checks an image.</summary>
    /// <param name="image">Image.</param>
    /// <param name="fileName">Name that messages give; <see langword="null"/> for an image that was not read from a file.</param>
    /// <returns>Everything that is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<Diagnostic> Run(ChipImage image, string? fileName = null)
    {
        ImageFindings findings = new(fileName);
        Spec.ChipSpec? chip = ReadChip(image.ChipSpec, findings);
        findings.Expect(
            image.TimestepSeconds is null or (> 0 and <= double.MaxValue), "timestepSeconds", $"{image.TimestepSeconds}", "a positive number, or none");
        PopulationCheck.Run(image, findings);
        ILookup<int, ProjectionImage> plastic = image.Plastic.ToLookup(projection => projection.Projection);
        int previous = -1;
        for (int i = 0; i < image.Cores.Count; i++)
        {
            CoreImage core = image.Cores[i];
            findings.Expect(core.Core > previous, $"cores[{i}].core", $"core {core.Core} after core {previous}", "ascending cores from 0");
            previous = core.Core;
            CoreImageCheck.Run(image, i, chip, plastic, findings);
        }

        PlasticImageCheck.Run(image, findings);
        SourceImageCheck.Run(image, findings);
        return findings.Violations.Diagnostics;
    }

    private static Spec.ChipSpec? ReadChip(string text, ImageFindings findings)
    {
        try
        {
            return ChipSpecReader.Read(text, findings.FileName is null ? "chip specification" : $"{findings.FileName} (chip specification)");
        }
        catch (InvalidInputException e)
        {
            foreach (Diagnostic diagnostic in e.Diagnostics)
            {
                findings.Violations.Add(diagnostic);
            }

            return null;
        }
    }
}
