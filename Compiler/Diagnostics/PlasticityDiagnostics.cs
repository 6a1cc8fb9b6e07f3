using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

/// <summary>Findings about projections that learn, <c>GAN251x</c>.</summary>
public static class PlasticityDiagnostics
{
    /// <summary>The chip cannot learn that way.</summary>
    public static readonly DiagnosticDescriptor Unsupported = Error("GAN2510", "The chip does not learn by sum-of-products rules", """
        A projection has a learning rule, but the chip's learning engine does not take such rules, or it has none. `ganglion chips` shows what
        each chip can learn.

        Leave the rule out, or map onto a chip that takes it. Example: loihi1 takes `dw = 2^-2*y0*x1 - 2^-2*x0*y1`, truenorth takes no rule.
        """);

    /// <summary>A parameter is out of range.</summary>
    public static readonly DiagnosticDescriptor Parameter = Error("GAN2511", "A parameter of a learning rule is out of range", """
        A learning epoch has 1 to 63 timesteps, since the chip keeps spike times in 6 bits. A trace has 7 bits, so an impulse is 0 to 127.
        A time constant is 0 timesteps or more. A tag is −256 to 255.

        Correct the value. Example: `x1: {impulse: 200, tau: 20}` becomes `x1: {impulse: 127, tau: 20}`.
        """);

    /// <summary>The weights of a third factor must be integers.</summary>
    public static readonly DiagnosticDescriptor NeedsIntegers = Error("GAN2512", "A third factor has weights in physical units", """
        What a third factor brings is a trace, an integer from 0 to 127. It has no unit that could be scaled.

        Use integer weights. Example: `integerWeights: {}` on the projection.
        """);

    /// <summary>A rule reads a trace that nothing moves.</summary>
    public static readonly DiagnosticDescriptor MissingTrace = Error("GAN2513", "A learning rule reads a trace that nothing moves", """
        The rule has a factor x1, x2, y1, y2 or y3 whose impulse is 0, and no third factor drives it; or a third factor adds to it in mode
        Impulse, and a time constant of 0 forgets that at once. The trace stays 0, and the product with it.

        Give the trace an impulse and a time constant, or take it out of the rule. Example: `dw = 2^-2*y0*x1` needs `x1: {impulse: 16, tau: 20}`.
        """);

    /// <summary>A third factor drives nothing, or two drive one trace in different ways.</summary>
    public static readonly DiagnosticDescriptor ThirdFactor = Error("GAN2514", "A third factor does not fit the rules it is for", """
        A third factor drives one of the traces y1, y2, y3 in all plastic projections onto its target population. One of them must read that
        trace, all third factors of a trace act in the same mode, and a spike brings 0 to 127.

        Use a trace that a rule reads. Example: `dw = u0*t*y2` is driven by `thirdFactor: {trace: y2}`.
        """);

    /// <summary>Most of a level is lost in an epoch of several timesteps.</summary>
    public static readonly DiagnosticDescriptor LevelInEpoch = new("GAN2515", DiagnosticSeverity.Warning, "A level of a third factor counts in the last timestep of an epoch alone", """
        In mode Level a trace is what arrives in the timestep, and 0 when nothing does. The rule reads it at the end of the learning epoch, so in
        an epoch of several timesteps only what arrives in the last one counts.

        Let the epoch have one timestep, send the level in every timestep, or use mode Impulse with a time constant. Example: `epoch: 1`.
        """);

    /// <summary>All of them, ascending by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All => [Unsupported, Parameter, NeedsIntegers, MissingTrace, ThirdFactor, LevelInEpoch];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
