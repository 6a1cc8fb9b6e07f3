using System.CommandLine;
using Ganglion.Compiler;

namespace Ganglion.CommandLine.Input;

/// <summary>Options for how a network is mapped.</summary>
internal sealed class MappingOptions
{
    private readonly Option<long?> _weightBits = CommandOptions.Number("--weight-bits", "Stored bits of a weight [default: the chip's widest]", 1, 16);
    private readonly Option<long?> _placementSeed =
        CommandOptions.Number("--placement-seed", "Place cores at random, for comparison; never changes a spike [default: row by row]", 0, long.MaxValue);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_weightBits);
        command.Options.Add(_placementSeed);
    }

    /// <summary>Name of an option that the user gave, if any.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public string? Given(ParseResult arguments) =>
        ((Option[])[_weightBits, _placementSeed]).FirstOrDefault(option => CommandOptions.IsGiven(arguments, option))?.Name;

    /// <summary>The user's choice.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public CompilerOptions Read(ParseResult arguments) => new()
    {
        WeightBits = (int?)arguments.GetValue(_weightBits),
        PlacementSeed = (ulong?)arguments.GetValue(_placementSeed),
    };
}
