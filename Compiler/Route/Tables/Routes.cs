namespace Ganglion.Compiler.Route.Tables;

/// <summary>Where a router sends copies of a message, as bits: four neighbours, then the cores of the tile.</summary>
internal static class Routes
{
    /// <summary>Most cores of a tile whose routes fit.</summary>
    public const int MaximumCores = 60;

    private const int FirstCore = 4;

    /// <summary>The bit of a neighbour.</summary>
    /// <param name="right">1 for the tile at the right, −1 for that at the left, 0 for one above or below.</param>
    /// <param name="down">1 for the tile below, −1 for that above, 0 for one at a side.</param>
    public static ulong Towards(int right, int down) => (right, down) switch
    {
        (1, 0) => 1,
        (-1, 0) => 2,
        (0, 1) => 4,
        _ => 8,
    };

    /// <summary>The bit of a core of the tile.</summary>
    /// <param name="core">Core, counted within the tile.</param>
    public static ulong ToCore(int core) => 1UL << (FirstCore + core);
}
