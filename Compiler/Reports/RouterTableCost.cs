namespace Ganglion.Compiler.Reports;

/// <summary>What the tables of key and mask routers take.</summary>
public sealed record RouterTableCost
{
    /// <summary>Bits of the largest key.</summary>
    public required int KeyBits { get; init; }

    /// <summary>Blocks of keys: shares of populations on cores.</summary>
    public required int Blocks { get; init; }

    /// <summary>Entries of all routers before compression; blocks that travel straight through a router need none.</summary>
    public required long Entries { get; init; }

    /// <summary>Entries of all routers after it.</summary>
    public required long CompressedEntries { get; init; }

    /// <summary>Entries of the fullest router.</summary>
    public required int LargestTable { get; init; }

    /// <summary>Entries that a router can hold.</summary>
    public required int Limit { get; init; }
}
