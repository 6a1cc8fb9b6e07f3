using System.CommandLine;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Import;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion check</c>: whether a network fits a chip, and what would help.</summary>
internal sealed class CheckCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly Defaults _defaults;
    private readonly Argument<string> _path = new("network") { Description = "Network: .nir, .net of lava-dl, .net.yaml, or SANA-FE's .yaml" };
    private readonly Option<string?> _chip = new("--chip") { Description = $"Preset, or path of a chip's .yaml file [default: {Defaults.UsualChip}]", HelpName = "chip" };
    private readonly MappingOptions _mappingOptions = new();
    private readonly NetworkOptions _networkOptions = new();

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds when an option is not given.</param>
    public CheckCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base(
            "check",
            "Say whether a network fits a chip, which limits it exceeds, and what would help",
            "ganglion check examples/digits/digits.nir --chip loihi1",
            "ganglion check examples/vote/vote.net.yaml --chip truenorth --json")
    {
        (_terminal, _time, _defaults) = (terminal, time, defaults);
        Arguments.Add(_path);
        Options.Add(_chip);
        _mappingOptions.AddTo(this);
        _networkOptions.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string name = arguments.GetValue(_chip) ?? _defaults.Chip;
        if (name == ChipInput.None)
        {
            throw new UsageException("there is nothing to check without a chip; 'ganglion chips' lists them");
        }

        string path = arguments.GetRequiredValue(_path);
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(name);
        NetworkImport import = NetworkFile.Read(path, _networkOptions.Read(arguments, path));
        using MappingDeadline deadline = _mappingOptions.Deadline(arguments, _time, cancellation);
        CompilerOptions options = _mappingOptions.Read(arguments, deadline);
        long begin = _time.GetTimestamp();
        FitReport report = FitCheck.Check(import.Network, chip, options);
        IReadOnlyList<FitRemedy> remedies = report.Fits ? [] : RemedySearch.Find(import.Network, chip, options);
        Diagnostic[] findings = [.. import.Warnings, .. report.Diagnostics];
        CheckSummary summary = CheckSummary.Of(import.Network.Name, report, findings, remedies, _time.GetElapsedTime(begin).TotalSeconds);
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.CheckSummary);
        }
        else
        {
            CheckReport.Write(_terminal, summary, findings.Select(finding => finding.ToString()));
        }

        return report.Fits ? ExitCode.Success : ExitCode.BadInput;
    }
}
