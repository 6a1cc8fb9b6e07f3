namespace Ganglion.CommandLine.Output;

/// <summary>A parameter of a learning preset.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, the default unless another was asked for.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="Integer">Whether it is a whole number.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record ParameterSummary(string Name, double Value, double Minimum, double Maximum, bool Integer, string Meaning);
