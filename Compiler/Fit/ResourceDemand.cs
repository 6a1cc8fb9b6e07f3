namespace Ganglion.Compiler.Fit;

/// <summary>What a network needs of one limited resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Amount">What the whole network needs at least, over all cores.</param>
/// <param name="Limit">What one core offers.</param>
/// <param name="CoresAtLeast">Cores that this takes at least.</param>
/// <param name="IsCertain">Whether no mapping needs less; otherwise equal synapse lists that share memory, or synapses that were not counted, may change it.</param>
public sealed record ResourceDemand(string Resource, double Amount, double Limit, double CoresAtLeast, bool IsCertain = true)
{
    /// <summary>Whether a check of the family reports an excess itself.</summary>
    internal bool IsReported { get; init; }
}
