using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Third pass: fills one core after the other with neurons in their order, until a limit of the core is reached.</summary>
/// <remarks>Pinned neurons form parts of their own; their limits are checked when the image is complete.</remarks>
internal static class SequentialPartitioner
{
    // Every repetition splits cores further; networks that fit come to rest in two or three.
    private const int MaximumRepetitions = 32;

    /// <summary>Divides the neurons of a network over cores.</summary>
    public static Partitioning Partition(IntegerNetwork network, CompilerOptions options, DiagnosticBag diagnostics)
    {
        IReadOnlyList<CorePart> pinned = network.Decided.Parts;
        PinnedPartCheck.Check(network, pinned, diagnostics);
        FanInCheck.Check(network, diagnostics);
        IncomingSynapses? incoming = ReadIncoming(network, diagnostics);
        diagnostics.ThrowIfErrors();

        int[] outAxons = OutAxonCounter.AtLeast(network);
        for (int repetition = 0; repetition < MaximumRepetitions; repetition++)
        {
            CoreFiller filler = new(network, incoming, outAxons, CoreSizing.CompartmentsPerCore(network, options), diagnostics);
            List<CorePart> parts = [.. pinned, .. filler.Fill()];
            diagnostics.ThrowIfErrors();
            if (!OutAxonCounter.Raise(network, parts, outAxons))
            {
                CheckCoreCount(network, parts.Count, filler.BindingLimit, diagnostics);
                diagnostics.ThrowIfErrors();
                return new Partitioning(network, parts);
            }
        }

        diagnostics.Report(
            CompilerDiagnostics.OutAxonsNotConverging, "network", $"no division after {MaximumRepetitions} repetitions",
            $"{network.Chip.Core.OutAxons} outgoing axons per core", "less fan-out");
        diagnostics.ThrowIfErrors();
        return new Partitioning(network, []);
    }

    /// <summary>The synapses by target, where a limit of the chip depends on them.</summary>
    private static IncomingSynapses? ReadIncoming(IntegerNetwork network, DiagnosticBag diagnostics)
    {
        bool canFit = MemoryPrecheck.Passes(network, diagnostics);
        return canFit ? IncomingSynapses.ReadIfLimited(network) : null;
    }

    private static void CheckCoreCount(IntegerNetwork network, int cores, string? bindingLimit, DiagnosticBag diagnostics)
    {
        if (network.Decided.Available(network.Chip.Mesh) is { } available && cores > available)
        {
            diagnostics.Report(
                CompilerDiagnostics.TooFewCores, "network", $"{cores} cores needed; most were full by {bindingLimit ?? "compartments"}",
                $"{available} cores", "fewer synapses, weight bits or sources, or the chip 'unbounded' for prototyping");
        }
    }
}
