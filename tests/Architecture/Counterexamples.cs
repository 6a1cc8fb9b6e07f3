using System.Threading.Channels;

namespace Ganglion.Architecture.Tests;

/// <summary>Breaks the rules on purpose, so that the tests can show that each rule notices.</summary>
internal static class Counterexamples
{
    public static Channel<int> Channel() => System.Threading.Channels.Channel.CreateUnbounded<int>();

    public static Stream Open() => File.OpenRead("never");

    public static DateTimeOffset Clock() => TimeProvider.System.GetUtcNow();

    public static Thread Start() => new(() => { });

    internal static class ThingManager;
}
