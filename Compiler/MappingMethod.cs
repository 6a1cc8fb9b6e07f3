namespace Ganglion.Compiler;

/// <summary>How neurons are divided over cores, and cores chosen for the parts.</summary>
public enum MappingMethod
{
    /// <summary>Cores are filled in the order of the neurons and taken row by row.</summary>
    Sequential,

    /// <summary>Cores are filled in random order and taken at random, for comparison.</summary>
    Random,

    /// <summary>Every core grows around the neurons that share most of its sources; parts are placed beside those they talk to.</summary>
    Greedy,

    /// <summary>Multilevel hypergraph partitioning, then placement by local search; never worse than <see cref="Sequential"/>.</summary>
    Multilevel,
}
