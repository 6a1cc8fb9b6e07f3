using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ganglion.Cores;
using Ganglion.Emulator.Ledgers;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Hash of everything that a ledger counts, core by core; XxHash128, hexadecimal.</summary>
internal static class CountsHash
{
    /// <summary>Computes it.</summary>
    /// <param name="ledger">The ledger.</param>
    public static string Compute(Ledger ledger)
    {
        var hash = new XxHash128();
        hash.Append(MemoryMarshal.AsBytes([ledger.Timesteps, ledger.SourceMessages]));
        foreach (CoreLedger core in ledger.Cores)
        {
            CoreCounters counters = core.Counters;
            hash.Append(MemoryMarshal.AsBytes([core.Core.Value]));
            hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<CoreCounters>(in counters)));
            foreach ((ChipSpec.Identifiers.CoreId destination, long count) in core.Messages)
            {
                hash.Append(MemoryMarshal.AsBytes([destination.Value, count]));
            }
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
