using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Learning;

/// <summary>Findings about the text of a learning rule, <c>GAN250x</c>.</summary>
public static class LearningDiagnostics
{
    /// <summary>The text does not follow the grammar.</summary>
    public static readonly DiagnosticDescriptor Syntax = Error("GAN2500", "The text of a learning rule cannot be read", """
        A rule is one or more statements `dw = …`, `dd = …` or `dt = …`, separated by `;` or line breaks. The right side is a sum of
        products of literals, variables, `(variable ± constant)`, `sgn(…)` and gates.

        Correct the text at the position that the message gives. Example: `dw = 2^-2*x1*y0 - 2^-2*y1*x0`.
        """);

    /// <summary>A product has no gate.</summary>
    public static readonly DiagnosticDescriptor NoGate = Error("GAN2501", "A product of a learning rule never acts", """
        Every product names when it acts: `x0`, when the source neuron fired in the learning epoch; `y0`, when the target neuron did; or `u0`
        to `u9`, in every 2^k-th epoch. Without one, the learning engine would have to visit every synapse in every timestep.

        Add the gate that is meant. Example: `dw = 2^-6*x1*y1` becomes `dw = 2^-6*u0*x1*y1`.
        """);

    /// <summary>A literal is out of range.</summary>
    public static readonly DiagnosticDescriptor Literal = Error("GAN2502", "A number in a learning rule does not fit its register", """
        The literals of a product are gathered into a mantissa of 4 bits, −8 to 7, and an exponent from −7 to 8. The constant in
        `(variable ± constant)` has 8 bits, −128 to 127.

        Use a number that fits, or split the product in two. Example: `9*x0*y1` becomes `7*x0*y1 + 2*x0*y1`; `0.25` is written `2^-2`.
        """);

    /// <summary>Gates of different length.</summary>
    public static readonly DiagnosticDescriptor EpochGates = Error("GAN2503", "A learning rule has two gates u of different length", """
        The learning engine has one counter of epochs for a rule, so all its gates `u` have the same k.

        Use one k. Example: `u0` and `u2` in one rule become `u2` and `u2`, with the exponents adapted.
        """);

    /// <summary>A product is too wide.</summary>
    public static readonly DiagnosticDescriptor TooWide = Error("GAN2504", "A product of a learning rule is too wide", """
        The factors of a product are multiplied in integers: 4 bits for the mantissa, 7 for each trace, 9 for each of `w`, `d` and `t`, 1 for
        `x0` and `y0`. The result may take 31 bits; only its highest 15 reach the variable that is learned.

        Use fewer factors. Example: `u0*x1*x2*y1*y2` takes 4 + 4·7 = 32 bits.
        """);

    /// <summary>All of them, ascending by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Syntax, NoGate, Literal, EpochGates, TooWide];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
