using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.CommandLine.Learn.Fashion;

/// <summary>Findings about the files of Fashion-MNIST.</summary>
internal static class FashionDiagnostics
{
    /// <summary>A file does not exist.</summary>
    public static readonly DiagnosticDescriptor Missing = new("GAN1441", DiagnosticSeverity.Error, "A file of Fashion-MNIST is missing", """
        `ganglion learn fashion` reads the four files of Fashion-MNIST, which do not come along with Ganglion. It looks for them in
        /usr/share/datasets/fashion-mnist, where the Debian package dataset-fashion-mnist puts them.

        Install the package, or name another folder that holds the files. Example: `ganglion learn fashion --data data/fashion`
        reads data/fashion/train-images-idx3-ubyte.gz and the three files beside it.
        """);

    /// <summary>A file is not what its name says.</summary>
    public static readonly DiagnosticDescriptor Content = new("GAN1442", DiagnosticSeverity.Error, "A file of Fashion-MNIST cannot be read", """
        The files of Fashion-MNIST are compressed with gzip and hold images of 28×28 bytes or labels of one byte, 0 to 9, behind a header of
        16 or 8 bytes. A file that is damaged, ends too early or holds something else is refused.

        Get the file again. Example: a train-labels-idx1-ubyte.gz that holds 100 labels is refused when 5,000 images are to be learned.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Missing, Content];
}
