namespace Ganglion.CommandLine.Learn.Conditioning;

/// <summary>One presentation of a stimulus.</summary>
/// <param name="IsBell">Whether it was the bell rather than the light.</param>
/// <param name="Responses">Spikes of the response.</param>
/// <param name="Bell">Mean weight of the bell's synapses afterwards.</param>
/// <param name="Light">Mean weight of the light's synapses afterwards.</param>
internal readonly record struct Trial(bool IsBell, int Responses, double Bell, double Light);
