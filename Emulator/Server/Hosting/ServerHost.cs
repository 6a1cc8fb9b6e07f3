using System.Net;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Server.Access;
using Ganglion.Server.Observing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;

namespace Ganglion.Server.Hosting;

/// <summary>Builds the host of a server: the services that start, watch and stop together, and HTTP where it is asked for.</summary>
internal static class ServerHost
{
    private const int MostConnections = 256;
    private const int MostRequestBytes = 64 * 1024;

    /// <summary>Builds it.</summary>
    /// <param name="state">What is served.</param>
    /// <param name="logging">Where log entries go.</param>
    /// <exception cref="InvalidInputException">A certificate or token cannot be used.</exception>
    public static IHost Build(ServerState state, Action<ILoggingBuilder>? logging)
    {
        ServerSecrets secrets = ServerSecrets.Read(state.Options);
        IHost host = state.Options.Http is { } port ? BuildWeb(state, logging, secrets, port) : BuildPlain(state, logging);
        host.Services.GetRequiredService<ServerMetrics>();
        return host;
    }

    /// <summary>Where HTTP is served; <see langword="null"/> where it is not.</summary>
    /// <param name="host">A host that has started.</param>
    public static Uri? AddressOf(IHost host) =>
        host.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address ? new Uri(address) : null;

    private static IHost BuildPlain(ServerState state, Action<ILoggingBuilder>? logging)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        AddServices(builder, state, logging);
        return builder.Build();
    }

    private static WebApplication BuildWeb(ServerState state, Action<ILoggingBuilder>? logging, ServerSecrets secrets, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = MostRequestBytes;
            kestrel.Listen(new IPEndPoint(state.Options.Listen, port), listen => Secure(listen, secrets));
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddPrometheusExporter());
        AddServices(builder, state, logging);
        WebApplication application = builder.Build();
        application.Use((context, next) => Authorise(context, next, secrets));
        application.MapGet("/health", (RequestDelegate)(context => Health(context, state)));
        application.MapPrometheusScrapingEndpoint("/metrics");
        return application;
    }

    private static void AddServices(IHostApplicationBuilder builder, ServerState state, Action<ILoggingBuilder>? logging)
    {
        // What the web framework says of its requests is of no interest unless it is a warning.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        logging?.Invoke(builder.Logging);
        builder.Services
            .AddSingleton(state)
            .AddSingleton(state.Time)
            .AddSingleton<IHostLifetime, CallerLifetime>()
            .AddMetrics()
            .AddSingleton<ServerMetrics>()
            .AddHostedService<SessionService>()
            .AddHostedService<PortWatch>();
        builder.Services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(ServerMetrics.Meter);
            if (state.Options.Telemetry is { } receiver)
            {
                metrics.AddOtlpExporter(exporter => exporter.Endpoint = receiver);
            }
        });
    }

    private static void Secure(ListenOptions listen, ServerSecrets secrets)
    {
        if (secrets.Certificate is not { } certificate)
        {
            return;
        }

        listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            ClientCertificateMode = secrets.AsksForCertificate ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate,
            ClientCertificateValidation = (client, _, _) => secrets.Accepts(client),
        });
    }

    private static Task Authorise(HttpContext context, RequestDelegate next, ServerSecrets secrets)
    {
        if (secrets.Accepts(context.Request.Headers.Authorization))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private static Task Health(HttpContext context, ServerState state)
    {
        context.Response.StatusCode = HealthDocument.IsWell(state) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(HealthDocument.Write(state), context.RequestAborted).AsTask();
    }
}
