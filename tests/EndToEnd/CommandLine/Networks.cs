namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>Small networks as files.</summary>
internal static class Networks
{
    /// <summary>Three spikes drive one neuron over its threshold, which passes on to a second.</summary>
    public const string Driven = """
        name: driven
        timestep: 0.001
        sources:
          input: {size: 2, spikes: [[0, 0], [1, 0], [2, 1]]}
        populations:
          first: {size: 2, neurons: {model: if, threshold: 1.0}}
          second: {size: 1, neurons: {model: if, threshold: 1.0}}
        projections:
          - {source: input, target: first, oneToOne: {weight: 0.75}}
          - {source: first, target: second, allToAll: {weight: 1.5}}
        outputs: [second]
        """;

    /// <summary>A group that random sources keep firing, spread over several cores.</summary>
    public const string Endless = """
        name: endless
        timestep: 0.001
        sources:
          noise: {size: 200, poisson: {probability: 0.1}}
        populations:
          group: {size: 1500, neurons: {model: lif, tauMembrane: 0.02, threshold: 1.0}}
        projections:
          - {source: noise, target: group, random: {probability: 0.1, weight: 6.0, delay: {uniformInteger: [1, 8]}, seed: 3}}
          - {source: group, target: group, random: {probability: 0.01, weight: 0.5, delay: {uniformInteger: [1, 8]}, seed: 4}}
        outputs: [group]
        """;

    /// <summary>A network that gets its spikes from outside.</summary>
    public const string External = """
        name: relay
        sources:
          input: {size: 3, external: true}
        populations:
          relay: {size: 3, neurons: {model: if, threshold: 0.5}}
        projections:
          - {source: input, target: relay, oneToOne: {weight: 1.0}}
        outputs: [relay]
        """;
}
