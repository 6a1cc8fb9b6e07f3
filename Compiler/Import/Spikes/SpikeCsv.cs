using System.Globalization;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Spikes;

/// <summary>Reads spike files: text with the header <c>timestep,neuron</c> and one spike per line, in any order.</summary>
public static class SpikeCsv
{
    /// <summary>First line of every file.</summary>
    public const string Header = "timestep,neuron";

    /// <summary>Largest file that is taken, in bytes.</summary>
    public const int MaximumBytes = 256 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="neuronCount">Neurons of the source that fires the spikes.</param>
    /// <returns>The spikes, sorted by timestep and neuron.</returns>
    /// <exception cref="InvalidInputException">It cannot be read or taken; carries everything that was found.</exception>
    public static ListSource ReadFile(string path, int neuronCount) => Read(TextFile.Read(path, MaximumBytes), path, neuronCount);

    /// <summary>Reads a text.</summary>
    /// <param name="text">Content of a file.</param>
    /// <param name="fileName">Name that messages give.</param>
    /// <param name="neuronCount">Neurons of the source that fires the spikes.</param>
    /// <returns>The spikes, sorted by timestep and neuron.</returns>
    /// <exception cref="InvalidInputException">It cannot be taken; carries everything that was found.</exception>
    public static ListSource Read(string text, string fileName, int neuronCount)
    {
        var findings = new ViolationCollector();
        var spikes = new List<(long Timestep, int Neuron)>();
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> line = raw.Trim();
            if (number == 1)
            {
                if (!line.SequenceEqual(Header))
                {
                    findings.Add(SpikeFileDiagnostics.Header, new SourceLocation(fileName, 1, 1), $"the header {Quote(line)}", $"'{Header}'");
                    break;
                }
            }
            else if (line.Length > 0)
            {
                ReadLine(line, new SourceLocation(fileName, number, 1), neuronCount, spikes, findings);
            }
        }

        findings.ThrowIfInvalid();
        return SpikeList.Sort(spikes);
    }

    private static void ReadLine(
        ReadOnlySpan<char> line, SourceLocation location, int neuronCount, List<(long Timestep, int Neuron)> spikes, ViolationCollector findings)
    {
        int comma = line.IndexOf(',');
        if (comma >= 0
            && long.TryParse(line[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out long timestep)
            && int.TryParse(line[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int neuron)
            && neuron < neuronCount)
        {
            spikes.Add((timestep, neuron));
            return;
        }

        findings.Add(SpikeFileDiagnostics.Line, location, $"the line {Quote(line)}", $"a timestep, a comma and a neuron 0..{neuronCount - 1}");
    }

    private static string Quote(ReadOnlySpan<char> text) => text.Length <= 40 ? $"'{text}'" : $"'{text[..40]}…'";
}
