using System.CommandLine;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Import;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion compile</c>: maps a network onto a chip.</summary>
internal sealed class CompileCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly Defaults _defaults;
    private readonly Argument<string> _path = new("network") { Description = "Network: .nir, .net of lava-dl, .net.yaml, or SANA-FE's .yaml" };
    private readonly Option<string?> _chip = new("--chip") { Description = $"Preset, or path of a chip's .yaml file [default: {Defaults.UsualChip}]", HelpName = "chip" };
    private readonly Option<string?> _out = new("--output", "-o") { Description = "Write the chip image to this file", HelpName = "file" };
    private readonly MappingOptions _mappingOptions = new();
    private readonly CalibrationOptions _calibrationOptions = new();
    private readonly NetworkOptions _networkOptions = new();

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds when an option is not given.</param>
    public CompileCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base(
            "compile",
            "Map a network onto a chip, and say how well it fits",
            "ganglion compile examples/digits/digits.nir --chip loihi1",
            "ganglion compile examples/digits/digits.nir --chip loihi1 -o digits.chip --json",
            "ganglion compile examples/digits/digits.nir --chip loihi1 --effort normal --mapping-seed 3")
    {
        (_terminal, _time, _defaults) = (terminal, time, defaults);
        Arguments.Add(_path);
        Options.Add(_chip);
        Options.Add(_out);
        _mappingOptions.AddTo(this);
        _calibrationOptions.AddTo(this);
        _networkOptions.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string name = arguments.GetValue(_chip) ?? _defaults.Chip;
        if (name == ChipInput.None)
        {
            throw new UsageException("there is nothing to compile without a chip; 'ganglion chips' lists them");
        }

        string path = arguments.GetRequiredValue(_path);
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(name);
        NetworkImport import = NetworkFile.Read(path, _networkOptions.Read(arguments, path));
        using MappingDeadline deadline = _mappingOptions.Deadline(arguments, _time, cancellation);
        List<Diagnostic> warnings = [.. import.Warnings];
        CompilerOptions options = _mappingOptions.Read(arguments, deadline) with
        {
            WeightGrouping = _calibrationOptions.Grouping(arguments),
            Activity = _mappingOptions.Activity(arguments)?.For(import.Network, warnings),
        };
        options = SampleFiles.AddTo(options, _calibrationOptions.Read(arguments), import.Network);
        long begin = _time.GetTimestamp();
        CompilationResult result = RemedySearch.Compile(import.Network, chip, options);
        double seconds = _time.GetElapsedTime(begin).TotalSeconds;
        ChipImage image = result.Image;
        string? file = arguments.GetValue(_out);
        if (file is not null)
        {
            ChipImageFile.Write(image, file);
        }

        warnings.AddRange(result.Diagnostics);
        RunReport.WriteDiagnostics(_terminal.Error, warnings);
        var summary = new CompileSummary
        {
            Network = new NetworkSummary(image.NetworkName, image.NetworkHash),
            Chip = ChipSummary.Of(chip, image, result.Quality.Tiles),
            Quality = result.Quality,
            Cores = [.. image.Cores.Select(core => new CoreSummary(
                core.Core, [.. core.Runs.Select(run => image.Populations[run.Population].Name).Distinct(StringComparer.Ordinal)], core.Usage))],
            Quantization = result.Quantization,
            Diagnostics = [.. warnings.Select(DiagnosticSummary.Of)],
            Seconds = seconds,
            File = file,
        };
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.CompileSummary);
        }
        else
        {
            CompileReport.Write(_terminal, summary);
        }

        return ExitCode.Success;
    }
}
