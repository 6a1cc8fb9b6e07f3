using System.Globalization;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Unit in which pictures show a state variable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scale">Value of one unit of the samples in this unit.</param>
internal sealed record StateUnit(string Name, double Scale = 1)
{
    /// <summary>The unit in which the network is described.</summary>
    public static StateUnit Own { get; } = new("the network's own unit");

    /// <summary>The integers that the chip holds.</summary>
    public static StateUnit Registers { get; } = new("units of the chip's registers");

    /// <summary>The network's own unit, for samples that are integers of a chip.</summary>
    /// <param name="scale">Value of one unit of the chip's registers.</param>
    public static StateUnit Scaled(double scale) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Own.Name} (registers · {scale:G3})"), scale);
}
