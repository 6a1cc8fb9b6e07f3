using ArchUnitNET.Domain;
using ArchUnitNET.Fluent.Extensions;
using ArchUnitNET.xUnitV3;

namespace Ganglion.Architecture.Tests;

public sealed class IsolationTests
{
    private static readonly string[] ClockTypes =
        ["System.DateTime", "System.DateTimeOffset", "System.TimeProvider", "System.Diagnostics.Stopwatch"];

    private static readonly string[] ThreadTypes =
    [
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.PeriodicTimer",
        "System.Threading.Tasks.Parallel",
    ];

    [Fact]
    public void Cores_know_no_threads() => Check("Ganglion.Cores", "from System.Threading", IsThreading);

    [Fact]
    public void The_router_starts_no_threads() => Check("Ganglion.Router", "able to start threads", StartsThreads);

    [Theory]
    [InlineData("Ganglion.Cores")]
    [InlineData("Ganglion.Router")]
    public void No_files(string room) => Check(room, "from System.IO", IsFile);

    [Theory]
    [InlineData("Ganglion.Cores")]
    [InlineData("Ganglion.Router")]
    [InlineData("Ganglion.Protocols")]
    public void No_clocks(string room) => Check(room, "clocks", IsClock);

    [Theory]
    [InlineData("Ganglion.ChipSpec")]
    [InlineData("Ganglion.Cores")]
    [InlineData("Ganglion.Compiler")]
    [InlineData("Ganglion.Protocols")]
    public void Channels_belong_to_the_router_and_the_emulator(string room) => Check(room, "channels", IsChannel);

    [Theory]
    [InlineData("Ganglion.Cores")]
    [InlineData("Ganglion.Router")]
    [InlineData("Ganglion.Protocols")]
    public void No_network(string room) => Check(room, "from System.Net", type => IsIn(type, "System.Net"));

    [Fact]
    public void The_rules_notice_files_clocks_threads_and_channels()
    {
        var tests = typeof(Counterexamples).Assembly;

        Assert.False(ArchitectureRules.NotUse(tests, "files", IsFile).HasNoViolations(ArchitectureRules.House));
        Assert.False(ArchitectureRules.NotUse(tests, "clocks", IsClock).HasNoViolations(ArchitectureRules.House));
        Assert.False(ArchitectureRules.NotUse(tests, "threading", IsThreading).HasNoViolations(ArchitectureRules.House));
        Assert.False(ArchitectureRules.NotUse(tests, "threads", StartsThreads).HasNoViolations(ArchitectureRules.House));
        Assert.False(ArchitectureRules.NotUse(tests, "channels", IsChannel).HasNoViolations(ArchitectureRules.House));
    }

    private static void Check(string room, string what, Func<IType, bool> forbidden) =>
        ArchitectureRules.NotUse(Room.Named(room).Assembly, what, forbidden).Check(ArchitectureRules.House);

    private static bool IsThreading(IType type) => IsIn(type, "System.Threading");

    private static bool StartsThreads(IType type) => ThreadTypes.Contains(type.FullName);

    private static bool IsChannel(IType type) => IsIn(type, "System.Threading.Channels");

    private static bool IsClock(IType type) => ClockTypes.Contains(type.FullName);

    /// <summary>Hashing lives below System.IO but reads no file.</summary>
    private static bool IsFile(IType type) => IsIn(type, "System.IO") && !IsIn(type, "System.IO.Hashing");

    private static bool IsIn(IType type, string name) =>
        type.FullName.StartsWith(name + ".", StringComparison.Ordinal);
}
