namespace Ganglion.Compiler.Import.Nir;

/// <summary>Bounds on what a file may ask for, so that a damaged or hostile one cannot exhaust memory or time.</summary>
internal static class NirLimits
{
    public const int Nodes = 100_000;
    public const int Edges = 1_000_000;
    public const int Nesting = 16;
    public const int Neurons = 1 << 24;
    public const int Paths = 100_000;
    public const long NumbersOnPaths = 1L << 30;
    public const int DelaySteps = ushort.MaxValue;
    public const int NameLength = 1024;
}
