namespace Ganglion.ChipSpec.Learning;

/// <summary>Kinds of tokens.</summary>
internal enum RuleTokenKind
{
    /// <summary>A variable, gate or target.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>One of <c>= + - * ^ ( )</c>, or anything that is not allowed.</summary>
    Sign,

    /// <summary>Between two statements.</summary>
    Separator,

    /// <summary>End of the text.</summary>
    End,
}
