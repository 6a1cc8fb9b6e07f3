using System.CommandLine;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion chips</c>: which chips there are, and what is known of them.</summary>
internal sealed class ChipsCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _name = new("name")
    {
        Description = "Preset, or path of a chip's .yaml file; without it, the presets are listed",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public ChipsCommand(Terminal terminal)
        : base("chips", "List the chips, or show one with its limits, costs and sources", "ganglion chips", "ganglion chips loihi1", "ganglion chips ./mychip.yaml --json")
    {
        _terminal = terminal;
        Arguments.Add(_name);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        if (arguments.GetValue(_name) is not { } name)
        {
            List(WantsJson(arguments));
            return ExitCode.Success;
        }

        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(name);
        if (WantsJson(arguments))
        {
            _terminal.Write(chip, PlainJson.Contracts.ChipSpec);
        }
        else
        {
            ChipReport.Write(_terminal, chip);
        }

        return ExitCode.Success;
    }

    private void List(bool json)
    {
        ChipListing[] chips = [.. Presets.Names.Select(Presets.Load).Select(chip => new ChipListing(
            chip.Id, chip.Name, chip.Family, chip.Mesh.Cores, chip.Core.Compartments, chip.Core.SynapseMemoryBits, [.. chip.Prices.Select(table => table.Name)]))];
        if (json)
        {
            _terminal.Write(chips, PlainJson.Contracts.ChipListingArray);
            return;
        }

        var table = new TextTable("chip", "name", ">cores", ">compartments per core", ">synapse memory per core", "price tables");
        foreach (ChipListing chip in chips)
        {
            table.Add(
                chip.Id, chip.Name, Limit(chip.Cores), Limit(chip.CompartmentsPerCore),
                chip.SynapseMemoryBitsPerCore is { } bits ? $"{Quantity.Number(bits / 8192.0)} KiB" : "no limit", string.Join(", ", chip.Prices));
        }

        _terminal.Write(table);
    }

    private static string Limit(long? limit) => limit is { } value ? Quantity.Count(value) : "no limit";
}
