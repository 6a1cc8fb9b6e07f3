using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Refuses networks that cannot fit before anything large is built for them.</summary>
internal static class MemoryPrecheck
{
    public static bool Passes(IntegerNetwork network, DiagnosticBag diagnostics)
    {
        // Lists may be shared between axons, so only chips without sharing have a bound that needs no mapping.
        if (network.Chip is { Core.SynapseMemoryBits: { } perCore, Mesh.Cores: { } cores, Synapse.Packing: { SharedLists: false } })
        {
            long bits = network.Projections.Sum(p => (long)p.Synapses * p.Format.Bits);
            if (bits > perCore * cores)
            {
                diagnostics.Report(
                    CompilerDiagnostics.TooManySynapses, "network", $"{network.Projections.Sum(p => (long)p.Synapses):N0} synapses of at least {bits:N0} bits together",
                    $"{perCore * cores:N0} bits", "fewer synapses or weight bits, or the chip 'unbounded' for prototyping");
                return false;
            }
        }

        return true;
    }
}
