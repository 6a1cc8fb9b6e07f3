using System.CommandLine;
using Ganglion.Compiler.Quantize;

namespace Ganglion.CommandLine.Input;

/// <summary>Options for how the numbers of a network become the integers of a chip.</summary>
internal sealed class CalibrationOptions
{
    private const string Automatic = "auto";

    private readonly Option<string[]> _samples = new("--calibrate")
    {
        Description = "Input to calibrate the integers with, against floating point: .csv as for run, .npy or .npz (samples, timesteps, neurons), or .bin recordings of N-MNIST; one file or more",
        HelpName = "files",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _heldOut = new("--held-out")
    {
        Description = "Input of the same kinds that calibration does not see, to measure what it is worth on anything else",
        HelpName = "files",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _labels = new("--sample-labels") { Description = "Which output neuron should fire most for each sample of --calibrate, then of --held-out, as CSV: sample,label, counted from 1 and 0", HelpName = "file" };
    private readonly Option<string> _grouping = CommandOptions.Choice(
        "--weight-formats", "Weight formats of a projection: one, one per sign, one per exponent and sign, or these with a second synapse for what the first rounds off; auto is one, or what --calibrate finds best",
        [Automatic, .. Enum.GetNames<WeightGrouping>().Select(name => name.ToLowerInvariant())]);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_samples);
        command.Options.Add(_heldOut);
        command.Options.Add(_labels);
        command.Options.Add(_grouping);
    }

    /// <summary>Name of an option that the user gave, if any.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public string? Given(ParseResult arguments) =>
        ((Option[])[_samples, _heldOut, _labels, _grouping]).FirstOrDefault(option => CommandOptions.IsGiven(arguments, option))?.Name;

    /// <summary>How many weight formats the user wants.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public WeightGrouping? Grouping(ParseResult arguments) =>
        arguments.GetValue(_grouping) is { } word && word != Automatic ? Enum.Parse<WeightGrouping>(word, ignoreCase: true) : null;

    /// <summary>The files that the user gives; <see langword="null"/> where there are none.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public CalibrationRequest? Read(ParseResult arguments)
    {
        string[] samples = arguments.GetValue(_samples) ?? [];
        if (samples.Length > 0)
        {
            return new CalibrationRequest(samples, arguments.GetValue(_heldOut) ?? [], arguments.GetValue(_labels));
        }

        return ((Option[])[_heldOut, _labels]).FirstOrDefault(option => CommandOptions.IsGiven(arguments, option)) is { } idle
            ? throw new UsageException($"{idle.Name} needs --calibrate, the samples to calibrate with")
            : null;
    }
}
