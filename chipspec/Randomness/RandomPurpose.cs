namespace Ganglion.ChipSpec.Randomness;

/// <summary>What a random draw is for; keeps the streams of one seed independent.</summary>
public enum RandomPurpose
{
    /// <summary>Whether a synapse of a random projection exists.</summary>
    Connection = 1,

    /// <summary>The weight of a random synapse.</summary>
    Weight = 2,

    /// <summary>The delay of a random synapse.</summary>
    Delay = 3,

    /// <summary>Initial state of a neuron.</summary>
    InitialState = 4,

    /// <summary>Spikes of a Poisson or Bernoulli source.</summary>
    Source = 5,

    /// <summary>Spikes that encode a value.</summary>
    Encoding = 6,

    /// <summary>Choices of a mapper.</summary>
    Placement = 7,

    /// <summary>Stochastic rounding of learned weights.</summary>
    Learning = 8,

    /// <summary>Whether a stochastic synapse acts.</summary>
    Synapse = 9,

    /// <summary>Whether a stochastic leak acts.</summary>
    Leak = 10,

    /// <summary>What a stochastic threshold gains.</summary>
    Threshold = 11,

    /// <summary>Stochastic decay of learning traces.</summary>
    Trace = 12,

    /// <summary>Whether an injected fault strikes.</summary>
    Fault = 13,
}
