using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.CommandLine.Compare;

/// <summary>Reads labels: lines of <c>from,to,label</c>.</summary>
internal static class LabelFile
{
    private const int MaximumBytes = 64 * 1024 * 1024;
    private const string Header = "from,to,label";

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="outputs">Number of output neurons.</param>
    /// <exception cref="InvalidInputException">It cannot be read or taken.</exception>
    public static IReadOnlyList<Label> Read(string path, int outputs)
    {
        List<Label> labels = [];
        var findings = new ViolationCollector();
        var reader = new CsvReader(TextFile.Read(path, MaximumBytes), path);
        if (!reader.Line.SequenceEqual(Header))
        {
            findings.Add(LabelDiagnostics.Line, reader.Location, $"the line {reader.Excerpt}", $"the header {Header}");
            findings.ThrowIfInvalid();
        }

        while (!findings.IsFull && reader.Read())
        {
            if (reader.TryTake(long.MaxValue, out long from)
                && reader.TryTake(long.MaxValue, out long to)
                && reader.TryTake(outputs - 1, out int neuron)
                && reader.IsAtEnd
                && from >= 1 && to >= from && (labels.Count == 0 || from > labels[^1].To))
            {
                labels.Add(new Label(from, to, neuron));
                continue;
            }

            findings.Add(
                LabelDiagnostics.Line, reader.Location, $"the line {reader.Excerpt}",
                $"two timesteps after those of the line before, and a neuron from 0 to {outputs - 1}");
        }

        if (labels.Count == 0 && !findings.HasErrors)
        {
            findings.Add(LabelDiagnostics.Line, reader.Location, "no label", "at least one line after the header");
        }

        findings.ThrowIfInvalid();
        return labels;
    }
}
