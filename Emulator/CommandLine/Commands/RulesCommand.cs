using System.CommandLine;
using System.Globalization;
using Ganglion.ChipSpec.Learning;
using Ganglion.CommandLine.Learning;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion rules</c>: learning rules that are ready, and what a rule costs.</summary>
internal sealed class RulesCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _rule = new("rule")
    {
        Description = "Name of a preset, or the text of a rule such as 'dw = x0*y1'; without it, all presets are listed",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Parameter of the preset, as name=value; can be given several times",
        HelpName = "name=value",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _picture = new("--picture")
    {
        Description = "SVG file to draw the preset's window in: change of a weight against the time between two spikes, or the potential, as the emulator learns it",
        HelpName = "file",
    };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public RulesCommand(Terminal terminal)
        : base(
            "rules",
            "Show learning rules: presets with formula, reference, parameters and cost",
            "ganglion rules",
            "ganglion rules stdp --set tauPlus=16.8 --picture window.svg",
            "ganglion rules dw=2^-2*x0*y1 --json")
    {
        _terminal = terminal;
        Arguments.Add(_rule);
        Options.Add(_set);
        Options.Add(_picture);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string? text = arguments.GetValue(_rule);
        Dictionary<string, double> values = Values(arguments.GetValue(_set) ?? []);
        string? picture = arguments.GetValue(_picture);
        bool isPreset = text is not null && !text.Contains('=', StringComparison.Ordinal);
        if (!isPreset && (values.Count > 0 || picture is not null))
        {
            throw new UsageException("--set and --picture need the name of a preset; 'ganglion rules' lists them");
        }

        if (text is null)
        {
            List(WantsJson(arguments));
        }
        else
        {
            Show(isPreset ? Summarize(text, values, picture) : RuleSummary.Of(LearningRule.Parse(text)), WantsJson(arguments));
        }

        return ExitCode.Success;
    }

    private static RuleSummary Summarize(string name, Dictionary<string, double> values, string? picture)
    {
        if (name == SdspRule.Name)
        {
            RuleSummary sdsp = SdspRule.Summarize(values, picture is not null);
            if (picture is not null)
            {
                WindowPicture.Write(picture, $"{name}: {sdsp.Title}", sdsp.Rule, "change of a weight at one source spike", "potential − learningPotential", sdsp.Window!);
            }

            return sdsp;
        }

        LearningPreset preset = LearningPresets.Find(name)
            ?? throw new UsageException($"there is no preset '{name}'; there are {string.Join(", ", LearningPresets.All.Select(known => known.Name))}, {SdspRule.Name}");
        Plasticity plasticity = preset.Create(values);
        if (picture is null)
        {
            return RuleSummary.Of(preset, values, plasticity.Rule);
        }

        IReadOnlyList<WindowCurve> window = LearningWindow.Measure(preset, plasticity);
        WindowPicture.Write(
            picture, $"{preset.Name}: {preset.Title}", plasticity.Rule.ToString(), $"change of a weight: mean and standard deviation of {LearningWindow.Repetitions} synapses",
            LearningWindow.IsOfErrors(window) ? "error − source, timesteps" : "target − source, timesteps", window);
        return RuleSummary.Of(preset, values, plasticity.Rule, window);
    }

    private static Dictionary<string, double> Values(string[] settings)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (string setting in settings)
        {
            string[] parts = setting.Split('=', 2);
            if (parts.Length != 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                throw new UsageException($"'{setting}' is not a parameter and its value, such as tauPlus=16.8");
            }

            if (!values.TryAdd(parts[0], value))
            {
                throw new UsageException($"parameter '{parts[0]}' is set twice");
            }
        }

        return values;
    }

    private void List(bool json)
    {
        RuleSummary[] rules = [.. LearningPresets.All.Select(preset => RuleSummary.Of(preset, [], preset.Create().Rule)), SdspRule.Summarize(new Dictionary<string, double>(), false)];
        if (json)
        {
            _terminal.Write(rules, PlainJson.Contracts.RuleSummaryArray);
        }
        else
        {
            RuleReport.Write(_terminal, rules);
        }
    }

    private void Show(RuleSummary rule, bool json)
    {
        if (json)
        {
            _terminal.Write(rule, PlainJson.Contracts.RuleSummary);
        }
        else
        {
            RuleReport.Write(_terminal, rule);
        }
    }
}
