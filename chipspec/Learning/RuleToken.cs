namespace Ganglion.ChipSpec.Learning;

/// <summary>A word, number or sign of a rule.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; empty at the end.</param>
/// <param name="Position">Its first character, from 0.</param>
internal readonly record struct RuleToken(RuleTokenKind Kind, string Text, int Position);
