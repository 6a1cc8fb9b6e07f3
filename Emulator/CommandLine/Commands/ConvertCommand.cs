using System.CommandLine;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler.Export;
using Ganglion.Compiler.Import;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion convert</c>: writes a network in another format.</summary>
internal sealed class ConvertCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _in = new("in") { Description = "Network: .nir, .net of lava-dl, .net.yaml, or SANA-FE's .yaml" };
    private readonly Argument<string> _out = new("out") { Description = "File to write: .nir or .net.yaml" };
    private readonly NetworkOptions _networkOptions = new();

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public ConvertCommand(Terminal terminal)
        : base(
            "convert",
            "Write a network in another format",
            "ganglion convert examples/digits/digits.nir digits.net.yaml",
            "ganglion convert examples/neurons/1-leaky-neuron.net.yaml neuron.nir --json")
    {
        _terminal = terminal;
        Arguments.Add(_in);
        Arguments.Add(_out);
        _networkOptions.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_in);
        string file = arguments.GetRequiredValue(_out);
        NetworkImport import = NetworkFile.Read(path, _networkOptions.Read(arguments, path));
        Network network = import.Network;
        NetworkExport export = NetworkWriter.WriteFile(network, file);
        RunReport.WriteDiagnostics(_terminal.Error, [.. import.Warnings, .. export.Warnings]);
        var summary = new ConvertSummary(
            new NetworkSummary(network.Name, NetworkHash.Compute(network)),
            network.Populations.Count,
            network.Populations.Sum(population => (long)population.Count),
            network.Projections.Count,
            export.TimestepSeconds,
            [.. import.Warnings.Concat(export.Warnings).Select(DiagnosticSummary.Of)],
            file);
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.ConvertSummary);
        }
        else
        {
            _terminal.WriteLine(
                $"{summary.Network.Name}: {Quantity.Count(summary.Populations, "population")}, {Quantity.Count(summary.Neurons, "neuron")}, "
                + $"{Quantity.Count(summary.Projections, "projection")}. Written to {file}");
            if (export.TimestepSeconds is { } seconds)
            {
                _terminal.WriteLine($"The file does not say how long a timestep is; read it with --dt {NumberText(seconds)}");
            }
        }

        return ExitCode.Success;
    }

    private static string NumberText(double seconds) => seconds.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
