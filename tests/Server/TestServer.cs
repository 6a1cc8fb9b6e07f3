using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Hosting;
using Ganglion.Server.Options;

namespace Ganglion.Server.Tests;

/// <summary>A server of a network that repeats its input one timestep later, on free ports of this computer.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("loihi1");

    private static readonly ChipImage Image = NetworkCompiler.Compile(
        new NetworkBuilder("relay")
            .AddSource("input", [128], new ExternalSource())
            .AddPopulation("relay", [128], new LoihiNeurons { CurrentDecay = [4095], PotentialDecay = [4095], ThresholdMantissa = [50] })
            .Connect("input", "relay", new OneToOne(100), unit: new IntegerWeights())
            .Output("relay")
            .Build(),
        Chip).Image;

    private readonly Machine _machine;

    private TestServer(ServerOptions options)
    {
        _machine = NewMachine();
        Server = new GanglionServer(_machine, options, TimeProvider.System);
    }

    public GanglionServer Server { get; }

    public ServerState State => Server.State;

    public static Machine NewMachine() => new(Image, Chip);

    public static async Task<TestServer> StartAsync(ServerOptions options)
    {
        var server = new TestServer(options);
        await server.Server.StartAsync();
        return server;
    }

    public static Task<TestServer> StartAsync(ClockKind clock, params string[] ports) =>
        StartAsync(new ServerOptions { Clock = new SessionClock(clock), Ports = [.. ports.Select(Port)] });

    public static PortRequest Port(string text)
    {
        var violations = new ViolationCollector();
        PortRequest request = PortText.Read(text, new ChipSpec.Diagnostics.SourceLocation("--port"), violations);
        violations.ThrowIfInvalid();
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _machine.Dispose();
    }
}
