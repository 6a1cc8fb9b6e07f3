using System.CommandLine;
using System.Globalization;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Input;

/// <summary>Options for what a network file leaves open.</summary>
internal sealed class NetworkOptions
{
    private readonly Option<double?> _timestep = new("--dt")
    {
        Description = "Duration of a timestep in seconds, for .nir files [default: 0.0001]",
        HelpName = "seconds",
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is > 0 and <= 1e6)
            {
                return value;
            }

            result.AddError($"--dt is '{text}'; allowed: a duration above 0, in seconds");
            return null;
        },
    };

    private readonly Option<string> _integrator =
        CommandOptions.Choice("--integrator", "How the equations of .nir files become timesteps", "euler", "exponential");

    private readonly Option<string> _reset = CommandOptions.Choice(
        "--reset", "What a spike does in .nir files: set the potential to the reset value, or subtract the threshold", "value", "subtract");

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_timestep);
        command.Options.Add(_integrator);
        command.Options.Add(_reset);
    }

    /// <summary>The user's choice.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="path">Path of the network.</param>
    /// <exception cref="UsageException">The file leaves nothing open, and a choice is given all the same.</exception>
    public NirOptions Read(ParseResult arguments, string path)
    {
        if (!path.EndsWith(".nir", StringComparison.OrdinalIgnoreCase)
            && ((Option[])[_timestep, _integrator, _reset]).FirstOrDefault(option => CommandOptions.IsGiven(arguments, option)) is { } given)
        {
            throw new UsageException($"{given.Name} is for .nir files; '{path}' says it itself");
        }

        var defaults = new NirOptions();
        return defaults with
        {
            TimestepSeconds = arguments.GetValue(_timestep) ?? defaults.TimestepSeconds,
            Integrator = arguments.GetValue(_integrator) == "exponential" ? Integrator.Exponential : Integrator.Euler,
            Reset = arguments.GetValue(_reset) == "subtract" ? ResetMode.Subtract : ResetMode.ToValue,
        };
    }
}
