using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Calibrate;

namespace Ganglion.CommandLine.Input;

/// <summary>Reads which output neuron should fire most for each sample.</summary>
internal static class SampleLabels
{
    private const int MaximumBytes = 16 * 1024 * 1024;
    private const string Header = "sample,label";

    /// <summary>Labels samples.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="outputs">Neurons of the output population.</param>
    /// <exception cref="InvalidInputException">A line cannot be taken.</exception>
    public static CalibrationSample[] Add(string path, IReadOnlyList<CalibrationSample> samples, int outputs)
    {
        CalibrationSample[] labelled = [.. samples];
        var findings = new ViolationCollector();
        var reader = new CsvReader(TextFile.Read(path, MaximumBytes), path);
        if (!reader.Line.SequenceEqual(Header))
        {
            findings.Add(CalibrationDiagnostics.Label, reader.Location, $"the line {reader.Excerpt}", $"the header {Header}");
            findings.ThrowIfInvalid();
        }

        while (!findings.IsFull && reader.Read())
        {
            if (reader.TryTake(samples.Count, out int sample) && reader.TryTake(outputs - 1, out int neuron) && reader.IsAtEnd && sample >= 1)
            {
                labelled[sample - 1] = labelled[sample - 1] with { Label = neuron };
                continue;
            }

            findings.Add(
                CalibrationDiagnostics.Label, reader.Location, $"the line {reader.Excerpt}",
                $"a sample from 1 to {samples.Count} and a neuron from 0 to {outputs - 1}");
        }

        findings.ThrowIfInvalid();
        return labelled;
    }
}
