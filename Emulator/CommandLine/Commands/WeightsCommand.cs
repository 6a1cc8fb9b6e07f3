using System.CommandLine;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Weights;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion weights</c>: what a network has learned.</summary>
internal sealed class WeightsCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _path = new("file") { Description = "Learned state (.state), or chip image (.chip)" };
    private readonly Option<string?> _projection = new("--projection") { Description = "Show this plastic projection alone", HelpName = "name" };
    private readonly Option<string?> _csv = new("--csv") { Description = "Write every synapse to this file, as comma-separated values", HelpName = "file" };
    private readonly Option<string?> _npy = new("--npy") { Description = "Write every synapse of one projection to this file, as a NumPy array", HelpName = "file" };
    private readonly Option<string?> _picture = new("--picture") { Description = "Draw the weights of one projection as a matrix (.svg)", HelpName = "file" };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public WeightsCommand(Terminal terminal)
        : base(
            "weights",
            "Show what a network has learned, or what a chip image starts from",
            "ganglion weights learned.state",
            "ganglion weights learned.state --projection learning --picture weights.svg --csv weights.csv",
            "ganglion weights net.chip --json")
    {
        _terminal = terminal;
        Arguments.Add(_path);
        foreach (Option option in (Option[])[_projection, _csv, _npy, _picture])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        LearnedState state = LearnedInput.Read(arguments.GetRequiredValue(_path));
        LearnedProjection[] projections = [.. state.Projections];
        if (arguments.GetValue(_projection) is { } name)
        {
            projections = [projections.FirstOrDefault(projection => projection.Name == name)
                ?? throw new UsageException($"no projection '{name}' learns; {Suggestion.Remedy(name, [.. projections.Select(projection => projection.Name)])}")];
        }

        var summary = new WeightsSummary(
            new NetworkSummary(state.NetworkName, state.NetworkHash),
            state.Timesteps,
            [.. projections.Select(ProjectionWeights.Of)],
            [.. Write(arguments, state, projections)]);
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.WeightsSummary);
        }
        else
        {
            WeightsReport.Write(_terminal, summary);
        }

        return ExitCode.Success;
    }

    private List<string> Write(ParseResult arguments, LearnedState state, LearnedProjection[] projections)
    {
        List<string> files = [];
        if (arguments.GetValue(_csv) is { } csv)
        {
            WeightTables.WriteCsv(csv, projections);
            files.Add(csv);
        }

        if (arguments.GetValue(_npy) is { } npy)
        {
            WeightTables.WriteNpy(npy, Single(projections, _npy));
            files.Add(npy);
        }

        if (arguments.GetValue(_picture) is { } picture)
        {
            LearnedProjection drawn = Single(projections, _picture);
            WeightPicture.Write(picture, $"Weights of {drawn.Name} in {state.NetworkName}", drawn);
            files.Add(picture);
        }

        return files;
    }

    private static LearnedProjection Single(LearnedProjection[] projections, Option option)
    {
        LearnedProjection[] candidates = [.. projections.Where(projection => projection.Weights.Length > 0)];
        return candidates.Length == 1
            ? candidates[0]
            : throw new UsageException(candidates.Length == 0
                ? $"{option.Name} has no synapses to show"
                : $"{option.Name} shows one projection; choose one with --projection: {string.Join(", ", candidates.Select(projection => projection.Name))}");
    }
}
