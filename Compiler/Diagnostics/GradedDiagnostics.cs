using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

/// <summary>Findings about neurons whose spikes carry integers, <c>GAN244x</c>.</summary>
public static class GradedDiagnostics
{
    /// <summary>Projections onto one receptor have exponents that cannot be joined.</summary>
    public static readonly DiagnosticDescriptor Exponents = Error("GAN2441", "Projections onto one receptor have exponents that cannot be joined", """
        A graded neuron multiplies every weight with the payload of its spike, adds everything up, and shifts the sum by the weight exponent,
        once. Exponents of 0 and above can differ between projections, since larger ones can be moved into the weights. A negative one drops
        bits of the sum, so all projections onto that receptor must have it.

        Give the projections the same exponent. Example: exponents −1 and 0 onto one receptor; use −1 with doubled weights for the second.
        """);

    /// <summary>Neurons of several models are pinned to one core.</summary>
    public static readonly DiagnosticDescriptor SeveralModels = Error("GAN2442", "Neurons of several models are pinned to one core", """
        A core updates all its compartments by one neuron model. The compiler begins a new core where the model changes, but pinned neurons
        stay where they are.

        Pin populations of different models to different cores. Example: a sigma-delta and a resonate-and-fire population both on core 0.
        """);

    /// <summary>Every spike exceeds the width of its payload.</summary>
    public static readonly DiagnosticDescriptor PayloadTooNarrow = new(
        "GAN2443", DiagnosticSeverity.Warning, "Every spike exceeds the width of its payload", """
        A payload is a signed number of `payloadBits` bits, 16 unless another width is given; a larger one is replaced by the largest that
        fits. These neurons send nothing smaller than their threshold, and that alone does not fit.

        Use more payload bits or a smaller threshold. Example: a threshold of 40000 with 16 bits, which end at 32767.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Exponents, SeveralModels, PayloadTooNarrow];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
