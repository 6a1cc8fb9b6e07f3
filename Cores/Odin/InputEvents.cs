using Ganglion.Cores.State;

namespace Ganglion.Cores.Odin;

/// <summary>Input events by the timestep in which they act: a ring of lists.</summary>
/// <param name="slots">Timesteps ahead, a power of two.</param>
internal sealed class InputEvents(int slots)
{
    private readonly List<int>[] _axons = [.. Enumerable.Range(0, slots).Select(_ => new List<int>())];

    /// <summary>Adds the events of an axon.</summary>
    /// <param name="timestep">Timestep in which they act.</param>
    /// <param name="axon">Axon in.</param>
    /// <param name="times">How often.</param>
    public void Add(long timestep, int axon, int times)
    {
        List<int> axons = At(timestep);
        for (int i = 0; i < times; i++)
        {
            axons.Add(axon);
        }
    }

    /// <summary>Axons in that act in a timestep, in ascending order; the order of arrival carries no meaning.</summary>
    /// <param name="timestep">The timestep.</param>
    public List<int> Ordered(long timestep)
    {
        List<int> axons = At(timestep);
        axons.Sort();
        return axons;
    }

    /// <summary>Axons in that act in a timestep, in any order.</summary>
    /// <param name="timestep">The timestep.</param>
    public List<int> At(long timestep) => _axons[(int)(timestep & (slots - 1))];

    /// <summary>Shows the events that are under way.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    /// <param name="axons">Axons in of the core.</param>
    public void Visit(IStateVisitor visitor, int axons)
    {
        foreach (List<int> due in _axons)
        {
            due.Sort();
            visitor.Visit("events", due, 0, axons - 1);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (List<int> axons in _axons)
        {
            axons.Clear();
        }
    }
}
