using System.CommandLine;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Map;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Import;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion map</c>: shows where a network is on a chip.</summary>
internal sealed class MapCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly Defaults _defaults;
    private readonly Argument<string> _path = new("network") { Description = "Network: .nir, .net of lava-dl, .net.yaml, or SANA-FE's .yaml" };
    private readonly Option<string?> _chip = new("--chip") { Description = $"Preset, or path of a chip's .yaml file [default: {Defaults.UsualChip}]", HelpName = "chip" };
    private readonly Option<string> _out = new("--out") { Description = "Folder to fill with floorplan.svg, mapping.json and neurons.csv", HelpName = "folder", Required = true };
    private readonly MappingOptions _mappingOptions = new();
    private readonly NetworkOptions _networkOptions = new();

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds when an option is not given.</param>
    public MapCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base(
            "map",
            "Show where a network is on a chip, as picture, table and a file to edit and feed back",
            "ganglion map examples/digits/digits.nir --chip loihi1 --out runs/digits-map",
            "ganglion map examples/digits/digits.nir --placement runs/digits-map/mapping.json --out runs/again --json")
    {
        (_terminal, _time, _defaults) = (terminal, time, defaults);
        Arguments.Add(_path);
        Options.Add(_chip);
        Options.Add(_out);
        _mappingOptions.AddTo(this);
        _networkOptions.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string name = arguments.GetValue(_chip) ?? _defaults.Chip;
        if (name == ChipInput.None)
        {
            throw new UsageException("there is nothing to map without a chip; 'ganglion chips' lists them");
        }

        string path = arguments.GetRequiredValue(_path);
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(name);
        using MappingDeadline deadline = _mappingOptions.Deadline(arguments, _time, cancellation);
        NetworkImport import = NetworkFile.Read(path, _networkOptions.Read(arguments, path));
        List<Diagnostic> warnings = [.. import.Warnings];
        CompilerOptions options = _mappingOptions.Read(arguments, deadline) with { Activity = _mappingOptions.Activity(arguments)?.For(import.Network, warnings) };
        long begin = _time.GetTimestamp();
        CompilationResult result = RemedySearch.Compile(import.Network, chip, options);
        double seconds = _time.GetElapsedTime(begin).TotalSeconds;
        warnings.AddRange(result.Diagnostics);
        RunReport.WriteDiagnostics(_terminal.Error, warnings);

        ChipImage image = result.Image;
        var map = new NetworkMap(path, image, chip, options);
        string folder = arguments.GetRequiredValue(_out);
        IReadOnlyList<string> files = MapFolder.Write(folder, map);
        var summary = new MapSummary
        {
            Network = new NetworkSummary(image.NetworkName, image.NetworkHash),
            Chip = ChipSummary.Of(chip, image, result.Quality.Tiles),
            Quality = result.Quality,
            BindingResource = map.Binding.Resource,
            Links = map.Traffic.Links,
            Diagnostics = [.. warnings.Select(DiagnosticSummary.Of)],
            Seconds = seconds,
            Folder = folder,
            Files = files,
        };
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.MapSummary);
        }
        else
        {
            _terminal.WriteHeading($"{summary.Network.Name} on {chip.Id}: {Quantity.Count(summary.Quality.Cores, "core")} of {Quantity.Count(summary.Quality.Tiles, "tile")}, mapped in {Quantity.Duration(seconds)}");
            CompileReport.WriteUtilization(_terminal, summary.Quality);
            _terminal.WriteLine();
            CompileReport.WriteQuality(_terminal, summary.Quality);
            _terminal.WriteLine();
            _terminal.WriteLine($"{string.Join(", ", files)} are in {folder}");
        }

        return ExitCode.Success;
    }
}
