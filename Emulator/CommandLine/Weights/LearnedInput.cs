using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.CommandLine.Emulation;

namespace Ganglion.CommandLine.Weights;

/// <summary>Finds what a user names as learned.</summary>
internal static class LearnedInput
{
    /// <summary>Reads a state, or what a chip image starts from.</summary>
    /// <param name="path">Path of a chip image (.chip) or a learned state.</param>
    /// <exception cref="InvalidInputException">The file cannot be taken.</exception>
    /// <exception cref="UsageException">Nothing in the image learns.</exception>
    public static LearnedState Read(string path) => path.EndsWith(RunLoader.ImageExtension, StringComparison.OrdinalIgnoreCase)
        ? LearnedState.Of(Plastic(ChipImageFile.Read(path), path))
        : LearnedStateFile.Read(path);

    /// <summary>Reads a state and checks that an image can take it.</summary>
    /// <param name="path">Path of the state.</param>
    /// <param name="image">The image.</param>
    /// <exception cref="InvalidInputException">The file cannot be taken, or the state belongs to another network.</exception>
    public static LearnedState Read(string path, ChipImage image)
    {
        LearnedState state = LearnedStateFile.Read(path);
        LearnedStateCheck.ThrowIfUnfit(state, image, path);
        return state;
    }

    /// <summary>Insists that something learns.</summary>
    /// <param name="image">An image.</param>
    /// <param name="name">Its name in the message.</param>
    /// <exception cref="UsageException">Nothing does.</exception>
    public static ChipImage Plastic(ChipImage image, string name) => image.Plastic.Count > 0
        ? image
        : throw new UsageException($"no projection of '{name}' learns by a rule, so there is no learned state");
}
