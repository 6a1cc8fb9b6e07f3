namespace Ganglion.Compiler.Import.Hdf5;

/// <summary>Bounds on the numbers that a file may hold, so that a damaged or hostile one cannot exhaust memory or time.</summary>
internal static class Hdf5Limits
{
    public const int NumbersPerDataset = 1 << 26;
    public const int NumbersPerFile = 1 << 27;

    /// <summary>Deflate cannot compress by more than this.</summary>
    public const int Compression = 1032;
}
