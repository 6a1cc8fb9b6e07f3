using Ganglion.ChipSpec.Image.Learned;
using ProtoBuf;

namespace Ganglion.ChipSpec.Image.Snapshots;

/// <summary>The whole state of a machine between two timesteps.</summary>
/// <remarks>
/// A machine with the same image and seed goes on from it as if it had never stopped, with any number of workers. What the state depends
/// on is kept by core and source, so nothing of it tells which worker owned what.
/// </remarks>
[ProtoContract]
public sealed record MachineSnapshot
{
    /// <summary>Latest timestep that a snapshot can be of.</summary>
    public const long LastTimestep = 1L << 60;

    /// <summary>Name of the network.</summary>
    [ProtoMember(1)]
    public required string NetworkName { get; init; } = "";

    /// <summary>Hash of the image that ran, as <see cref="Files.ChipImageHash"/> gives it.</summary>
    [ProtoMember(2)]
    public required string ImageHash { get; init; } = "";

    /// <summary>Seed of every random draw; draws are keyed by it and the timestep, and have no other state.</summary>
    [ProtoMember(3)]
    public required ulong Seed { get; init; }

    /// <summary>Last timestep that was run, 0 to <see cref="LastTimestep"/>.</summary>
    [ProtoMember(4)]
    public required long Timestep { get; init; }

    /// <summary>What learning began with, when that was not the image.</summary>
    [ProtoMember(5)]
    public LearnedState? Learned { get; init; }

    // The decoder fills the list that is there, so it starts as a list that it can add to.
    /// <summary>The machine, its cores and its sources, and what watched the run.</summary>
    [ProtoMember(6, DataFormat = DataFormat.Group)]
    public required IReadOnlyList<StatePart> Parts { get; init; } = new List<StatePart>();
}
