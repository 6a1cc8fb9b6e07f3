namespace Ganglion.Compiler.Fit;

/// <summary>How many synapses one projection has, seen from both ends.</summary>
internal sealed record ProjectionCounts
{
    /// <summary>Synapses that leave every source neuron.</summary>
    public required NeuronCounts FanOut { get; init; }

    /// <summary>Target neurons that every source neuron reaches.</summary>
    public required NeuronCounts Targets { get; init; }

    /// <summary>Synapses that end at every target neuron.</summary>
    public required NeuronCounts FanIn { get; init; }

    /// <summary>Source neurons that reach every target neuron.</summary>
    public required NeuronCounts Sources { get; init; }

    /// <summary>Synapses in all: exact, or the estimate of the description.</summary>
    public required double Synapses { get; init; }

    /// <summary>Whether every number is exact; otherwise the numbers per neuron are 0, which is a lower bound.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Counts of a projection that nobody counted.</summary>
    public static ProjectionCounts Unknown(int sources, int targets, double estimate) => new()
    {
        FanOut = new NeuronCounts(sources, 0),
        Targets = new NeuronCounts(sources, 0),
        FanIn = new NeuronCounts(targets, 0),
        Sources = new NeuronCounts(targets, 0),
        Synapses = estimate,
        IsExact = false,
    };

    /// <summary>Counts where no pair of neurons has two synapses.</summary>
    public static ProjectionCounts OfPairs(NeuronCounts fanOut, NeuronCounts fanIn) => new()
    {
        FanOut = fanOut,
        Targets = fanOut,
        FanIn = fanIn,
        Sources = fanIn,
        Synapses = fanOut.Sum(n => n),
        IsExact = true,
    };
}
