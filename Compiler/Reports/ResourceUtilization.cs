namespace Ganglion.Compiler.Reports;

/// <summary>How far one resource of the cores is used.</summary>
/// <param name="Resource">Name of the resource, e.g. <c>synapse memory (bits)</c>.</param>
/// <param name="Largest">Largest use by one core.</param>
/// <param name="Mean">Mean use of the cores in use.</param>
/// <param name="Limit">What one core offers; <see langword="null"/> where the chip has no limit.</param>
public sealed record ResourceUtilization(string Resource, long Largest, double Mean, long? Limit);
