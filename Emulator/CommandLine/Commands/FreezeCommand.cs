using System.CommandLine;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Weights;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion freeze</c>: makes an image that keeps what was learned and learns no more.</summary>
internal sealed class FreezeCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _image = new("image") { Description = "Chip image (.chip) of the network that learns" };
    private readonly Argument<string> _state = new("state") { Description = "What it has learned (.state)" };
    private readonly Option<string> _out = new("--output", "-o") { Description = "Write the new chip image to this file", HelpName = "file", Required = true };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public FreezeCommand(Terminal terminal)
        : base(
            "freeze",
            "Make a chip image that keeps what was learned, and learns no more",
            "ganglion freeze net.chip learned.state -o frozen.chip")
    {
        _terminal = terminal;
        Arguments.Add(_image);
        Arguments.Add(_state);
        Options.Add(_out);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_image);
        ChipImage image = LearnedInput.Plastic(ChipImageFile.Read(path), path);
        LearnedState state = LearnedInput.Read(arguments.GetRequiredValue(_state), image);
        ChipImage frozen = FrozenImage.Of(image, state);
        string file = arguments.GetRequiredValue(_out);
        ChipImageFile.Write(frozen, file);
        var summary = new FreezeSummary(
            new NetworkSummary(frozen.NetworkName, frozen.NetworkHash), state.Timesteps, state.Projections.Sum(projection => (long)projection.Weights.Length), file);
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.FreezeSummary);
        }
        else
        {
            _terminal.WriteLine(
                $"{summary.Network.Name}: {Quantity.Count(summary.Synapses)} plastic synapses keep their weights after "
                + $"{Quantity.Count(summary.Timesteps, "timestep")} of learning. Written to {file}");
        }

        return ExitCode.Success;
    }
}
