namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks the fan-out of compartments or sources.</summary>
internal static class AxonTableCheck
{
    private const int MaxDelay = 65_536;

    public static void Run(ChipImage image, AxonTable? table, int neurons, string path, ImageFindings findings)
    {
        if (!findings.Expect(table is not null, path, "no axon table", "one")
            || !findings.Expect(table!.First.Length == neurons + 1L, path, $"{table.First.Length} first entries", $"{neurons + 1L}, one per neuron and one for the end")
            || !findings.Expect(table.Core.Length == table.Axon.Length, path, $"{table.Core.Length} cores and {table.Axon.Length} axons", "as many of both")
            || !findings.Expect(
                table.Delay is { Length: 0 } || table.Delay?.Length == table.Core.Length, path, $"{table.Core.Length} cores and {table.Delay?.Length} delays", "as many of both, or no delay"))
        {
            return;
        }

        for (int i = 0; i <= neurons; i++)
        {
            int least = i == 0 ? 0 : table.First[i - 1];
            bool last = i == neurons;
            if (!findings.Expect(
                table.First[i] >= least && table.First[i] <= table.Core.Length && (i > 0 || table.First[0] == 0) && (!last || table.First[i] == table.Core.Length),
                $"{path}.first[{i}]",
                $"{table.First[i]}",
                $"ascending from 0 to {table.Core.Length}, the number of entries"))
            {
                return;
            }
        }

        for (int i = 0; i < neurons; i++)
        {
            for (int entry = table.First[i]; entry < table.First[i + 1]; entry++)
            {
                CheckEntry(image, table, entry, isFirst: entry == table.First[i], path, findings);
            }
        }
    }

    private static void CheckEntry(ChipImage image, AxonTable table, int entry, bool isFirst, string path, ImageFindings findings)
    {
        int core = table.Core[entry];
        if ((uint)core >= (uint)image.Cores.Count)
        {
            findings.Expect(false, $"{path}.core[{entry}]", $"core {core}", $"0 to {image.Cores.Count - 1}");
            return;
        }

        if (!isFirst && core < table.Core[entry - 1])
        {
            findings.Expect(false, $"{path}.core[{entry}]", $"core {core} after core {table.Core[entry - 1]}", "ascending cores for each neuron");
        }

        if (table.Delay.Length > 0)
        {
            findings.Expect(table.Delay[entry] is >= 0 and < MaxDelay, $"{path}.delay[{entry}]", $"{table.Delay[entry]}", $"0 to {MaxDelay - 1}");
        }

        int axons = image.Cores[core].Synapses?.Rows.Length ?? 0;
        if ((uint)table.Axon[entry] >= (uint)axons)
        {
            findings.Expect(false, $"{path}.axon[{entry}]", $"axon {table.Axon[entry]}", $"0 to {axons - 1}, the rows of that core");
        }
    }
}
