namespace Ganglion.Compiler.Route.Tables;

/// <summary>The table of one router.</summary>
/// <param name="Tile">Its tile.</param>
/// <param name="Entries">One entry per block of keys that turns, branches or ends there; disjoint.</param>
/// <param name="Passing">Blocks of keys that travel straight through, and need no entry.</param>
/// <param name="Compressed">What the router holds, in the order in which it compares.</param>
internal sealed record RouterTable(int Tile, IReadOnlyList<RouteEntry> Entries, IReadOnlyList<RouteEntry> Passing, IReadOnlyList<RouteEntry> Compressed);
