using System.Globalization;
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
        int number = 0;
        foreach (ReadOnlySpan<char> raw in TextFile.Read(path, MaximumBytes).AsSpan().EnumerateLines())
        {
            number++;
            string line = raw.Trim().ToString();
            if (number == 1 ? line == Header : line.Length == 0 || TryRead(line, labels, outputs))
            {
                continue;
            }

            findings.Add(
                LabelDiagnostics.Line, new SourceLocation(path, number, 1), $"the line '{(line.Length <= 60 ? line : line[..60] + "…")}'",
                number == 1 ? $"the header {Header}" : $"two timesteps after those of the line before, and a neuron from 0 to {outputs - 1}");
            if (findings.IsFull || number == 1)
            {
                break;
            }
        }

        findings.ThrowIfInvalid();
        return labels;
    }

    private static bool TryRead(string line, List<Label> labels, int outputs)
    {
        string[] cells = line.Split(',');
        if (cells.Length != 3
            || !long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out long from)
            || !long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out long to)
            || !int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out int neuron)
            || neuron >= outputs || to < from || from < 1 || (labels.Count > 0 && from <= labels[^1].To))
        {
            return false;
        }

        labels.Add(new Label(from, to, neuron));
        return true;
    }
}
