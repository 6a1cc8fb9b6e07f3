using System.Text.Json;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Hosting;

namespace Ganglion.Server.Observing;

/// <summary>What <c>/health</c> answers.</summary>
/// <param name="State">What the session does: new, running, paused, stopped or failed.</param>
/// <param name="Network">Name of the network.</param>
/// <param name="Chip">Name of the chip.</param>
/// <param name="Clock">What makes time pass.</param>
/// <param name="Timestep">Last timestep that has passed.</param>
/// <param name="DeadlineMisses">Paced timesteps that ended after the next one was due.</param>
internal sealed record HealthDocument(string State, string Network, string Chip, string Clock, long Timestep, long DeadlineMisses)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Whether all is well.</summary>
    /// <param name="state">What is served.</param>
    public static bool IsWell(ServerState state) => state.Session.State is not (SessionState.Failed or SessionState.Stopped);

    /// <summary>The document as UTF-8.</summary>
    /// <param name="state">What is served.</param>
    public static byte[] Write(ServerState state) => JsonSerializer.SerializeToUtf8Bytes(
        new HealthDocument(
            state.Session.State.ToString().ToLowerInvariant(), state.Image.NetworkName, state.Chip.Id, state.Session.Clock.ToString(), state.Timestep,
            state.Session.Deadlines.Missed),
        Form);
}
