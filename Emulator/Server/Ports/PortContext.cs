using Ganglion.Emulator.Sessions;
using Ganglion.Server.Lockstep;
using Ganglion.Server.Options;

namespace Ganglion.Server.Ports;

/// <summary>What all ports of a server share.</summary>
/// <param name="Options">What the server is asked to do.</param>
/// <param name="Time">The wall clock.</param>
/// <param name="Grants">Who grants time.</param>
internal sealed record PortContext(ServerOptions Options, TimeProvider Time, GrantBoard Grants)
{
    /// <summary>Whether clients grant time.</summary>
    public bool IsLockstep => Options.Clock.Kind == ClockKind.Lockstep;
}
