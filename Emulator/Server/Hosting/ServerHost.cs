using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ganglion.Server.Hosting;

/// <summary>Builds the host of a server: the services that start, watch and stop together.</summary>
internal static class ServerHost
{
    /// <summary>Builds it.</summary>
    /// <param name="state">What is served.</param>
    /// <param name="logging">Where log entries go.</param>
    public static IHost Build(ServerState state, Action<ILoggingBuilder>? logging)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        AddServices(builder, state, logging);
        return builder.Build();
    }

    private static void AddServices(IHostApplicationBuilder builder, ServerState state, Action<ILoggingBuilder>? logging)
    {
        logging?.Invoke(builder.Logging);
        builder.Services
            .AddSingleton(state)
            .AddSingleton(state.Time)
            .AddSingleton<IHostLifetime, CallerLifetime>()
            .AddHostedService<SessionService>()
            .AddHostedService<PortWatch>();
    }
}
