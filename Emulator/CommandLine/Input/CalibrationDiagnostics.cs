using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.CommandLine.Input;

/// <summary>What can be wrong with samples to calibrate with.</summary>
internal static class CalibrationDiagnostics
{
    /// <summary>GAN1481: an array is no set of samples.</summary>
    public static readonly DiagnosticDescriptor Array = Error("GAN1481", "An array of samples cannot be taken", """
        A `.npy` file for `--calibrate` holds one array of (samples, timesteps, neurons), or of (timesteps, neurons) for a single sample; a
        `.npz` file holds one such array, or several of which one is called `input`. Numbers are whole or floating-point, little-endian and
        in C order; a value of n is n spikes in that timestep, 0 to 1000. Neurons are those of the network's only external source.

        Save the array anew. Example: `numpy.save("samples.npy", spikes.astype("uint8"))` with `spikes.shape == (20, 256, 12)`.
        """);

    /// <summary>GAN1482: a line of the labels cannot be taken.</summary>
    public static readonly DiagnosticDescriptor Label = Error("GAN1482", "A line of the sample labels cannot be taken", """
        The labels for `--sample-labels` say which output neuron should fire most for a sample. The first line is `sample,label`; every other
        line gives the number of a sample, counted from 1 in the order of `--calibrate`, and a neuron, counted from 0 within the network's
        output population. Samples without a line have no label.

        Correct the line. Example: `3,7` says that output neuron 7 should fire most for the third sample.
        """);

    /// <summary>GAN1483: the network cannot take these samples.</summary>
    public static readonly DiagnosticDescriptor Source = Error("GAN1483", "The network cannot take these samples", """
        Arrays and recordings name no population, so they are for networks with exactly one external source. A recording of N-MNIST also
        needs a source of shape (2, height, width): polarity, row and column of the camera. The samples of a file last 1,000,000 timesteps at most.

        Give spikes as CSV with the columns timestep,population,neuron instead. Example: a network with sources `left` and `right`.
        """);

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Array, Label, Source];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
