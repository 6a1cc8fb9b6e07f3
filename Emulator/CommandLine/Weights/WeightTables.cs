using Ganglion.ChipSpec.Image.Learned;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Weights;

/// <summary>Writes the synapses of plastic projections as tables.</summary>
internal static class WeightTables
{
    /// <summary>Writes comma-separated values, one synapse a line.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="projections">Projections.</param>
    public static void WriteCsv(string path, IEnumerable<LearnedProjection> projections)
    {
        (string folder, string name) = Split(path);
        using var file = new CsvFile(folder, name, "projection,source,target,weight,tag,delay");
        foreach (LearnedProjection projection in projections)
        {
            string quoted = CsvFile.Quote(projection.Name);
            foreach (SynapseRecord synapse in Records(projection))
            {
                file.Add(quoted).Add(synapse.Source).Add(synapse.Target).Add(synapse.Weight).Add(synapse.Tag).Add(synapse.Delay).EndRow();
            }
        }

        file.Complete();
    }

    /// <summary>Writes a NumPy array, one synapse an element.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="projection">Projection.</param>
    public static void WriteNpy(string path, LearnedProjection projection)
    {
        (string folder, string name) = Split(path);
        using var file = new NpyFile<SynapseRecord>(folder, name, SynapseRecord.NumPyType, rowLength: null);
        file.Write([.. Records(projection)]);
        file.Complete();
    }

    /// <summary>Folder and name of a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="UsageException">It is no path.</exception>
    public static (string Folder, string Name) Split(string path)
    {
        string name = Path.GetFileName(path);
        return name.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
            ? (Path.GetDirectoryName(path) ?? "", name)
            : throw new UsageException($"'{path}' is no name of a file");
    }

    private static IEnumerable<SynapseRecord> Records(LearnedProjection projection) => projection.Weights.Select((weight, i) => new SynapseRecord(
        projection.Sources[i],
        projection.Targets[i],
        weight,
        projection.Tags.Length == 0 ? (short)0 : projection.Tags[i],
        projection.Delays.Length == 0 ? (short)0 : projection.Delays[i]));
}
