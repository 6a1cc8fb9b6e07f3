namespace Ganglion.CommandLine.Output;

/// <summary>One chip in the list of <c>ganglion chips</c>.</summary>
internal sealed record ChipListing(
    string Id, string Name, string Family, int? Cores, int? CompartmentsPerCore, long? SynapseMemoryBitsPerCore, IReadOnlyList<string> Prices);
