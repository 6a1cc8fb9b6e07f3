using System.CommandLine;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion chips</c>: which chips there are, and what is known of them.</summary>
internal sealed class ChipsCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string[]> _names = new("name")
    {
        Description = "Presets, or paths of chips' .yaml files; without any, all presets stand side by side",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public ChipsCommand(Terminal terminal)
        : base(
            "chips",
            "Show chips side by side, or one with its limits, costs and sources",
            "ganglion chips",
            "ganglion chips loihi1",
            "ganglion chips loihi1 ./mychip.yaml --json")
    {
        _terminal = terminal;
        Arguments.Add(_names);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string[] names = arguments.GetValue(_names) ?? [];
        ChipSpec.Spec.ChipSpec[] chips = [.. (names.Length == 0 ? Presets.Names : names).Select(ChipInput.Load)];
        if (chips.Length == 1)
        {
            Show(chips[0], WantsJson(arguments));
        }
        else if (WantsJson(arguments))
        {
            _terminal.Write(chips, PlainJson.Contracts.ChipSpecArray);
        }
        else
        {
            ChipReport.Write(_terminal, chips);
        }

        return ExitCode.Success;
    }

    private void Show(ChipSpec.Spec.ChipSpec chip, bool json)
    {
        if (json)
        {
            _terminal.Write(chip, PlainJson.Contracts.ChipSpec);
        }
        else
        {
            ChipReport.Write(_terminal, chip);
        }
    }
}
