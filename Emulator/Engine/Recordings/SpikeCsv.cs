using System.Buffers.Text;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Recordings;

/// <summary>Spikes as text: <c>timestep,neuron</c> or <c>timestep,neuron,count</c>, one line each.</summary>
public static class SpikeCsv
{
    private const int MostSpikes = 1 << 24;
    private const int MostCount = ushort.MaxValue;
    private const int MostFindings = 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file, at most 128 MiB.</param>
    /// <returns>Spikes; a line with a count of n is n spikes.</returns>
    /// <exception cref="InvalidInputException">It cannot be read, or lines are malformed.</exception>
    public static SpikeTrain ReadFile(string path) => Parse(RecordingFile.Read(path), path);

    /// <summary>Decodes the text.</summary>
    /// <param name="text">Content of a file in UTF-8.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <returns>Spikes, ascending by timestep, then by neuron.</returns>
    /// <exception cref="InvalidInputException">Lines are malformed.</exception>
    public static SpikeTrain Parse(ReadOnlySpan<byte> text, string file)
    {
        var findings = new List<Diagnostic>();
        var spikes = new List<(long Timestep, int Neuron)>();
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> rest = text.StartsWith(byteOrderMark) ? text[byteOrderMark.Length..] : text;
        for (int number = 1; !rest.IsEmpty && findings.Count < MostFindings; number++)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = Trim(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.IsEmpty || line[0] == '#' || (number == 1 && line.StartsWith("timestep"u8)))
            {
                continue;
            }

            if (!TryParseLine(line, out long timestep, out int neuron, out int count))
            {
                findings.Add(RecordingFile.Describe(
                    RecordingDiagnostics.MalformedSpikes, file, $"'{Excerpt(line)}'", "timestep,neuron or timestep,neuron,count", number));
                continue;
            }

            if (spikes.Count + count > MostSpikes)
            {
                throw RecordingFile.Finding(RecordingDiagnostics.TooMany, file, $"more than {MostSpikes:N0} spikes", $"{MostSpikes:N0}", number);
            }

            for (int n = 0; n < count; n++)
            {
                spikes.Add((timestep, neuron));
            }
        }

        if (findings.Count > 0)
        {
            throw new InvalidInputException(findings);
        }

        spikes.Sort();
        var train = new SpikeTrain();
        foreach ((long timestep, int neuron) in spikes)
        {
            train.Add(timestep, neuron);
        }

        return train;
    }

    /// <summary>Writes spikes with a header line; equal ones become one line with a count where there are any.</summary>
    /// <param name="writer">Receives the text.</param>
    /// <param name="spikes">Spikes, ascending.</param>
    public static void Write(TextWriter writer, SpikeTrain spikes)
    {
        bool hasCounts = Enumerable.Range(1, Math.Max(0, spikes.Count - 1)).Any(s => IsRepeated(spikes, s));
        writer.Write(hasCounts ? "timestep,neuron,count\n" : "timestep,neuron\n");
        for (int s = 0; s < spikes.Count;)
        {
            int next = s + 1;
            while (next < spikes.Count && next - s < MostCount && IsRepeated(spikes, next))
            {
                next++;
            }

            writer.Write($"{spikes.Timesteps[s]},{spikes.Neurons[s]}");
            writer.Write(hasCounts ? $",{next - s}\n" : "\n");
            s = next;
        }
    }

    private static bool IsRepeated(SpikeTrain spikes, int s) =>
        spikes.Timesteps[s] == spikes.Timesteps[s - 1] && spikes.Neurons[s] == spikes.Neurons[s - 1];

    private static bool TryParseLine(ReadOnlySpan<byte> line, out long timestep, out int neuron, out int count)
    {
        neuron = 0;
        count = 1;
        return TryTake(ref line, out timestep, long.MaxValue)
            && TryTake(ref line, out long second, int.MaxValue)
            && (neuron = (int)second) >= 0
            && (line.IsEmpty || (TryTake(ref line, out long third, MostCount) && (count = (int)third) >= 1))
            && line.IsEmpty;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> line, out long value, long most)
    {
        int comma = line.IndexOf((byte)',');
        ReadOnlySpan<byte> field = Trim(comma < 0 ? line : line[..comma]);
        bool hasMore = comma >= 0 && comma + 1 < line.Length;
        bool endsInComma = comma >= 0 && !hasMore;
        line = hasMore ? line[(comma + 1)..] : [];
        return Utf8Parser.TryParse(field, out value, out int used) && used == field.Length && value >= 0 && value <= most && !endsInComma;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r"u8);

    private static string Excerpt(ReadOnlySpan<byte> line) => System.Text.Encoding.UTF8.GetString(line[..Math.Min(line.Length, 40)]);
}
