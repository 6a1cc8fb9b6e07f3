namespace Ganglion.Perf.Mapping.Networks;

/// <summary>The networks by name.</summary>
internal static class NamedNetworks
{
    public static readonly string[] Names = ["layered", "convolutional", "random", "small-world", "cortical", "synfire"];

    public static RowNetwork Create(string name, int neurons, int fanOut, ulong seed) => name switch
    {
        "layered" => new LayeredNetwork(neurons, fanOut, seed),
        "convolutional" => new ConvolutionalNetwork(neurons, fanOut, seed),
        "random" => new RandomNetwork(neurons, fanOut, seed),
        "small-world" => new SmallWorldNetwork(neurons, fanOut, seed),
        "cortical" => new CorticalNetwork(neurons, fanOut, seed),
        "synfire" => new SynfireNetwork(neurons, fanOut, seed),
        _ => throw new ArgumentException($"no network '{name}'; there are {string.Join(", ", Names)}", nameof(name)),
    };
}
