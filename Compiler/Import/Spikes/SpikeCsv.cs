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
        var reader = new CsvReader(text, fileName);
        if (!reader.Line.SequenceEqual(Header))
        {
            findings.Add(SpikeFileDiagnostics.Header, reader.Location, $"the header {reader.Excerpt}", $"'{Header}'");
            findings.ThrowIfInvalid();
        }

        while (reader.Read())
        {
            if (reader.TryTake(long.MaxValue, out long timestep) && reader.TryTake(neuronCount - 1, out int neuron) && reader.IsAtEnd)
            {
                spikes.Add((timestep, neuron));
                continue;
            }

            findings.Add(SpikeFileDiagnostics.Line, reader.Location, $"the line {reader.Excerpt}", $"a timestep, a comma and a neuron 0..{neuronCount - 1}");
        }

        findings.ThrowIfInvalid();
        return SpikeList.Sort(spikes);
    }
}
