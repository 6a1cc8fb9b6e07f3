namespace Ganglion.Compiler.Networks;

/// <summary>A number that a learning preset leaves open.</summary>
/// <param name="Name">Name, camelCase.</param>
/// <param name="Default">Value when none is given.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
/// <param name="Meaning">What it does, with its unit.</param>
/// <param name="IsInteger">Whether it is a whole number.</param>
public sealed record LearningParameter(string Name, double Default, double Minimum, double Maximum, string Meaning, bool IsInteger = true);
