using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Learned;

namespace Ganglion.CommandLine.Results;

/// <summary><c>learned.state</c>: what the network has learned at the end of the run.</summary>
/// <param name="folder">Folder.</param>
/// <param name="state">What it has learned.</param>
internal sealed class LearnedFile(string folder, LearnedState state) : IResultFile
{
    /// <inheritdoc/>
    public string Name => "learned.state";

    /// <inheritdoc/>
    public void Complete()
    {
        try
        {
            LearnedStateFile.Write(state, Path.Combine(folder, Name));
        }
        catch (InvalidInputException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The file is written at once; nothing stays open.
    }
}
