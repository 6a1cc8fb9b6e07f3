namespace Ganglion.CommandLine.Emulation;

/// <summary>Finds the population of a logical id.</summary>
/// <param name="populations">Populations in the order of their logical ids.</param>
internal sealed class PopulationIndex(IReadOnlyList<PopulationInfo> populations)
{
    private readonly int[] _first = [.. populations.Select(population => population.FirstNeuron)];

    /// <summary>Population, as index, and neuron in it.</summary>
    /// <param name="id">Logical id.</param>
    public (int Population, int Neuron) Locate(int id)
    {
        int found = Array.BinarySearch(_first, id);

        // Populations without neurons share their first id with the one that follows; the last of equal ones holds the neuron.
        int population = found < 0 ? ~found - 1 : found;
        while (population + 1 < _first.Length && _first[population + 1] == _first[population])
        {
            population++;
        }

        return (population, id - _first[population]);
    }
}
