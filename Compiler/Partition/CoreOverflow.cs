namespace Ganglion.Compiler.Partition;

/// <summary>A limit of a core that does not hold.</summary>
/// <param name="Resource">What is used up.</param>
/// <param name="Amount">How much would be needed.</param>
/// <param name="Limit">What a core offers.</param>
internal readonly record struct CoreOverflow(string Resource, long Amount, long Limit);
