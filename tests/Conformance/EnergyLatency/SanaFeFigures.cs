namespace Ganglion.Conformance.Tests.EnergyLatency;

/// <summary>
/// What SANA-FE 2.2.1 (SLAM-Lab/SANA-FE at 8951ab0) prints for small networks with the costs of its <c>arch/loihi.yaml</c>: one entry per
/// timestep, of which the last holds from then on. They agree with the closed form of its <c>simple</c> model.
/// </summary>
internal static class SanaFeFigures
{
    public static IReadOnlyDictionary<string, StepFigures[]> Steps { get; } = new Dictionary<string, StepFigures[]>(StringComparer.Ordinal)
    {
        ["a_one_neuron"] = [new(6.397e-07, Synapse: 0, Soma: 1.421e-10, Network: 0, Total: 1.421e-10)],
        ["b_two_hops"] =
        [
            new(1.0448e-06, Synapse: 7.10e-11, Soma: 2.445e-10, Network: 1.182e-10, Total: 4.337e-10),
            new(1.0448e-06, Synapse: 7.10e-11, Soma: 2.877e-10, Network: 1.182e-10, Total: 4.769e-10),
        ],
        ["c_four_cores"] =
        [
            new(1.5803e-06, Synapse: 4.260e-10, Soma: 6.311e-10, Network: 1.4544e-09, Total: 2.5115e-09),
            new(1.5803e-06, Synapse: 4.260e-10, Soma: 7.175e-10, Network: 1.4544e-09, Total: 2.5979e-09),
        ],
        ["f_local_fanin"] =
        [
            new(1.2496e-06, Synapse: 1.136e-09, Soma: 1.3416e-09, Network: 9.384e-10, Total: 3.416e-09),
            new(1.2496e-06, Synapse: 1.136e-09, Soma: 1.428e-09, Network: 9.384e-10, Total: 3.5024e-09),
        ],
        ["sync_1"] = [new(6.06e-7)],
        ["sync_2"] = [new(1.006e-6)],
        ["sync_3"] = [new(1.006e-6)],
        ["sync_4"] = [new(1.406e-6)],
        ["sync_28"] = [new(1.406e-6)],
        ["sync_29"] = [new(1.806e-6)],
        ["sync_32"] = [new(1.806e-6)],
    };
}
