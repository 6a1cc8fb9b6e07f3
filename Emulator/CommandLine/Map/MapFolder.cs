using Ganglion.CommandLine.Results;
using Ganglion.Compiler.Mappings;

namespace Ganglion.CommandLine.Map;

/// <summary>The folder that <c>ganglion map</c> fills.</summary>
internal static class MapFolder
{
    private const string FloorPlanName = "floorplan.svg";
    private const string MappingName = "mapping.json";
    private const string NeuronsName = "neurons.csv";

    /// <summary>Writes everything.</summary>
    /// <param name="folder">Path of the folder; it is made when it does not exist.</param>
    /// <param name="map">What to show.</param>
    /// <returns>Names of the files.</returns>
    /// <exception cref="UsageException">The folder cannot be made or written.</exception>
    public static IReadOnlyList<string> Write(string folder, NetworkMap map)
    {
        using var files = new RunFolder(folder);
        Write(folder, FloorPlanName, stream =>
        {
            FloorPlanLayout layout = new(map);
            using var svg = new SvgPicture(stream, layout.Width, layout.Height);
            new FloorPlan(map, layout, svg).Draw();
        });
        Write(folder, MappingName, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            MappingFile.Write(writer, map.Image, map.Chip.Id, map.Forbidden);
        });
        NeuronTable.Write(folder, NeuronsName, map);
        return [FloorPlanName, MappingName, NeuronsName];
    }

    private static void Write(string folder, string name, Action<Stream> write)
    {
        using var file = new PendingFile(Path.Combine(folder, name));
        write(file.Stream);
        file.Complete();
    }
}
