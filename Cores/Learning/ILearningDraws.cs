using System.Runtime.Intrinsics;

namespace Ganglion.Cores.Learning;

/// <summary>Where the learning engine takes its random numbers from.</summary>
internal interface ILearningDraws
{
    /// <summary>A draw for the decay of a trace in a learning epoch.</summary>
    /// <param name="side">Side of the synapse.</param>
    /// <param name="key">Key of neuron and trace.</param>
    /// <param name="epoch">Learning epoch, from 1.</param>
    /// <returns>32 uniform bits.</returns>
    uint Decay(TraceSide side, uint key, long epoch);

    /// <summary>The same for eight neurons.</summary>
    /// <param name="side">Side of the synapse.</param>
    /// <param name="keys">Keys of neuron and trace.</param>
    /// <param name="epoch">Learning epoch, from 1.</param>
    Vector256<uint> Decay(TraceSide side, Vector256<uint> keys, long epoch);

    /// <summary>What the draws for rounding have in common in a learning epoch.</summary>
    /// <param name="epoch">Learning epoch, from 1.</param>
    uint RoundingWord(long epoch);

    /// <summary>Draws for the rounding of a variable of eight synapses.</summary>
    /// <param name="keys">Keys of synapse and variable.</param>
    /// <param name="word">The epoch's <see cref="RoundingWord"/>.</param>
    /// <returns>0 to 127 each.</returns>
    Vector256<int> Rounding(Vector256<uint> keys, uint word);
}
