using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Bench;

/// <summary>A network that speed is measured on.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">What it is.</param>
/// <param name="Build">Makes it from a seed.</param>
/// <param name="Timesteps">Timesteps of a measurement by default.</param>
internal sealed record BenchNetwork(string Name, string Description, Func<ulong, Network> Build, long Timesteps)
{
    /// <summary>All benchmark networks.</summary>
    public static IReadOnlyList<BenchNetwork> All { get; } =
    [
        new("cuba", "Vogels and Abbott: 4,000 neurons, 2 % connected, delays 1 to 16 timesteps of 1 ms", seed => BalancedNetwork.Cuba.Build(seed), 20_000),
        new("brunel", "Brunel: 12,500 neurons, 10 % connected, delays 1 to 16 timesteps of 1 ms", seed => BalancedNetwork.Brunel.Build(seed), 2_000),
        new("stdp", "2,500 neurons, 10 % connected, pair STDP from excitatory to excitatory neurons, timestep of 1 ms", seed => BalancedNetwork.Stdp.Build(seed), 5_000),
        new("mlp", "784-512-256-10, dense, regular rate-coded images of 100 timesteps", PerceptronNetwork.Build, 20_000),
        new("small", "100 neurons, 10 % connected, one core", seed => BalancedNetwork.Small.Build(seed), 500_000),
    ];
}
