using Ganglion.Cores.State;

namespace Ganglion.Emulator.Snapshots;

/// <summary>What watches a run and has state of its own, which goes into snapshots beside that of the machine.</summary>
public interface IResumable
{
    /// <summary>Name by which a snapshot keeps the state; no other that goes into the same snapshot has it.</summary>
    string Name { get; }

    /// <summary>Shows the state.</summary>
    /// <param name="visitor">Notes it or puts it back.</param>
    void Visit(IStateVisitor visitor);
}
