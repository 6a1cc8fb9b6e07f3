using System.CommandLine;
using Ganglion.Compiler;
using Ganglion.Compiler.Mappings;

namespace Ganglion.CommandLine.Input;

/// <summary>Options for how a network is mapped.</summary>
internal sealed class MappingOptions
{
    private static readonly string[] Methods = [.. Enum.GetNames<MappingMethod>().Select(name => name.ToLowerInvariant())];

    private readonly Option<long?> _weightBits = CommandOptions.Number("--weight-bits", "Stored bits of a weight [default: the chip's widest]", 1, 16);
    private readonly Option<long?> _placementSeed =
        CommandOptions.Number("--placement-seed", "Place cores at random, for comparison; never changes a spike [default: as the method does]", 0, long.MaxValue);

    private readonly Option<string> _method = CommandOptions.Choice(
        "--method", "How neurons are divided over cores, and cores are placed; --effort implies multilevel", Methods);

    private readonly Option<EffortChoice?> _effort = new("--effort")
    {
        Description = "Work of the method multilevel: quick, normal, best, or a number of seconds, after which the best so far is taken [default: quick]",
        HelpName = "effort",
        CustomParser = EffortChoice.Parse,
    };

    private readonly Option<long?> _mappingSeed = CommandOptions.Number("--mapping-seed", "Seed of the mapping's random choices [default: 0]", 0, long.MaxValue);

    private readonly Option<string?> _placement = new("--placement")
    {
        Description = "Take the cores of neurons, and forbidden cores, from a mapping.json; the rest is left to the compiler",
        HelpName = "file",
    };

    private readonly Option<string?> _activity = new("--activity")
    {
        Description = "How often neurons fire: spikes per timestep, or a file of 'ganglion run --profile'; guides the mapping and its measures [default: every neuron alike]",
        HelpName = "rate|file",
    };

    private Option[] All => [_weightBits, _placementSeed, _method, _effort, _mappingSeed, _placement, _activity];

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Name of an option that the user gave, if any.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public string? Given(ParseResult arguments) => Array.Find(All, option => CommandOptions.IsGiven(arguments, option))?.Name;

    /// <summary>Begins to count the seconds that the user grants.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="cancellation">Stops the command; a mapping then ends with the best found so far.</param>
    public MappingDeadline Deadline(ParseResult arguments, TimeProvider time, CancellationToken cancellation) =>
        new(arguments.GetValue(_effort)?.Seconds, time, cancellation);

    /// <summary>How often neurons fire, where the user says it.</summary>
    /// <param name="arguments">The parsed command line.</param>
    public ActivityChoice? Activity(ParseResult arguments) => arguments.GetValue(_activity) is { } text ? new ActivityChoice(text) : null;

    /// <summary>The user's choice, but for the activity.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="deadline">When the mapping ends.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">A file that an option names cannot be taken.</exception>
    public CompilerOptions Read(ParseResult arguments, MappingDeadline deadline)
    {
        EffortChoice? effort = arguments.GetValue(_effort);
        return new CompilerOptions
        {
            WeightBits = (int?)arguments.GetValue(_weightBits),
            PlacementSeed = (ulong?)arguments.GetValue(_placementSeed),
            Method = effort is not null && !CommandOptions.IsGiven(arguments, _method)
                ? MappingMethod.Multilevel
                : (MappingMethod)Array.IndexOf(Methods, arguments.GetValue(_method)),
            Effort = effort?.Effort ?? MappingEffort.Quick,
            MappingSeed = (ulong)(arguments.GetValue(_mappingSeed) ?? 0),
            MappingEnd = deadline.Token,
            Plan = arguments.GetValue(_placement) is { } file ? MappingFile.ReadFile(file) : null,
        };
    }
}
