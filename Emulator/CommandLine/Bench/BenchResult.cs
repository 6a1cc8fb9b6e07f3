namespace Ganglion.CommandLine.Bench;

/// <summary>What a measurement of speed found.</summary>
internal sealed record BenchResult
{
    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>Neurons, sources excluded.</summary>
    public required int Neurons { get; init; }

    /// <summary>Synapses.</summary>
    public required long Synapses { get; init; }

    /// <summary>Workers, each on a thread.</summary>
    public required int Workers { get; init; }

    /// <summary>Emulated cores.</summary>
    public required int Cores { get; init; }

    /// <summary>Timesteps of each repetition.</summary>
    public required long Timesteps { get; init; }

    /// <summary>Repetitions, of which the median counts.</summary>
    public required int Repetitions { get; init; }

    /// <summary>Mean firing rate, in spikes per neuron and 1,000 timesteps.</summary>
    public required double Rate { get; init; }

    /// <summary>Synaptic events per second of wall time.</summary>
    public required double SynapticEventsPerSecond { get; init; }

    /// <summary>The same, divided by the number of workers.</summary>
    public double SynapticEventsPerSecondPerCore => SynapticEventsPerSecond / Workers;

    /// <summary>Timesteps per second of wall time.</summary>
    public required double TimestepsPerSecond { get; init; }

    /// <summary>Slowest repetition, in synaptic events per second.</summary>
    public required double Slowest { get; init; }

    /// <summary>Fastest repetition, in synaptic events per second.</summary>
    public required double Fastest { get; init; }

    /// <summary>Bytes of the loaded synapse rows per synapse.</summary>
    public required double BytesPerSynapse { get; init; }

    /// <summary>Bytes allocated per timestep once warm.</summary>
    public required double AllocatedBytesPerTimestep { get; init; }

    /// <summary>Wall time of compiling, in seconds.</summary>
    public required double CompileSeconds { get; init; }

    /// <summary>Share of each phase of the event loop in its time, 0 to 1, measured in a run of its own.</summary>
    public required IReadOnlyDictionary<string, double> Phases { get; init; }

    /// <summary>Hash of all spikes; the same for any number of workers.</summary>
    public required string SpikeHash { get; init; }
}
