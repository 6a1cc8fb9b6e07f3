using Ganglion.CommandLine.Commands;
using Ganglion.CommandLine.Output;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ganglion.CommandLine;

/// <summary>Configuration, logging and shutdown of the program.</summary>
/// <remarks>Without the defaults of a server (files that are watched, event logs), which would take longer than most commands.</remarks>
internal static class ProgramHost
{
    /// <summary>Environment variables with this prefix are configuration, e.g. <c>GANGLION_THREADS</c>.</summary>
    private const string EnvironmentPrefix = "GANGLION_";

    /// <summary>Builds the host; it stops on Ctrl-C and on SIGTERM.</summary>
    /// <param name="terminal">Where the program talks.</param>
    public static IHost Build(Terminal terminal)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddEnvironmentVariables(EnvironmentPrefix);
        builder.Logging.SetMinimumLevel(LogLevel.Debug);
        builder.Services
            .Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true)
            .AddSingleton(terminal)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ErrorLog>()
            .AddSingleton<ILoggerProvider>(services => services.GetRequiredService<ErrorLog>())
            .AddSingleton<Defaults>()
            .AddSingleton<GanglionCommand, DemoCommand>()
            .AddSingleton<GanglionCommand, ChipsCommand>()
            .AddSingleton<GanglionCommand, RulesCommand>()
            .AddSingleton<GanglionCommand, CheckCommand>()
            .AddSingleton<GanglionCommand, CompileCommand>()
            .AddSingleton<GanglionCommand, MapCommand>()
            .AddSingleton<GanglionCommand, RunCommand>()
            .AddSingleton<GanglionCommand, ServeCommand>()
            .AddSingleton<GanglionCommand, WeightsCommand>()
            .AddSingleton<GanglionCommand, ConvertCommand>()
            .AddSingleton<GanglionCommand, FreezeCommand>()
            .AddSingleton<GanglionCommand, ReplayCommand>()
            .AddSingleton<GanglionCommand, CompareCommand>()
            .AddSingleton<GanglionCommand, LearnCommand>()
            .AddSingleton<GanglionCommand, BenchCommand>()
            .AddSingleton<GanglionCommand, ExplainCommand>()
            .AddSingleton<Application>();
        return builder.Build();
    }
}
