using System.CommandLine;
using System.Text.Json;
using Ganglion.Perf.Mapping;
using Ganglion.Perf.Mapping.Networks;

Option<string[]> networks = new("--network") { Description = $"Networks: {string.Join(", ", NamedNetworks.Names)}", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => NamedNetworks.Names };
Option<string[]> methods = new("--method") { Description = $"Methods: {string.Join(", ", MethodList.Names)}", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => MethodList.Names };
Option<int> neurons = new("--neurons") { Description = "Neurons", DefaultValueFactory = _ => 1000 };
Option<int> fanOut = new("--fan-out") { Description = "Synapses per neuron", DefaultValueFactory = _ => 30 };
Option<string> mesh = new("--mesh") { Description = "Tiles, of one core each, in x and y direction", DefaultValueFactory = _ => "4x4" };
Option<long> axons = new("--axons") { Description = "Most incoming and most outgoing axons of a core", DefaultValueFactory = _ => long.MaxValue };
Option<ulong> seed = new("--seed") { Description = "Seed of networks and mappings" };
Option<FileInfo?> json = new("--json") { Description = "Write the results to this file" };
Option<FileInfo?> picture = new("--svg") { Description = "Draw the hops to this file" };
RootCommand command = new("Compares mappers on networks made from seeds.") { networks, methods, neurons, fanOut, mesh, axons, seed, json, picture };
command.SetAction(arguments =>
{
    int[] tiles = [.. arguments.GetRequiredValue(mesh).Split('x').Select(int.Parse)];
    List<MappingMeasure> results = [];
    foreach (string network in arguments.GetRequiredValue(networks))
    {
        MappingCase subject = new(
            network, arguments.GetValue(neurons), arguments.GetValue(fanOut), tiles[0], tiles[^1], arguments.GetValue(seed), arguments.GetValue(axons));
        List<MappingMeasure> measured = [.. arguments.GetRequiredValue(methods).Select(method => MethodList.Run(subject, method, arguments.GetValue(seed)))];
        MeasureTable.Write(Console.Out, measured);
        results.AddRange(measured);
    }

    Console.Out.WriteLine($"\npeak working set {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
    if (arguments.GetValue(json) is { } jsonFile)
    {
        File.WriteAllText(jsonFile.FullName, JsonSerializer.Serialize(results, JsonOutput.Options) + "\n");
    }

    if (arguments.GetValue(picture) is { } pictureFile)
    {
        File.WriteAllText(pictureFile.FullName, MeasurePicture.Draw(results));
    }

    return 0;
});
return command.Parse(args).Invoke();
