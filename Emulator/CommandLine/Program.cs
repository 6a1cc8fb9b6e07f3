using Ganglion.CommandLine;
using Ganglion.CommandLine.Output;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using IHost host = ProgramHost.Build(Terminal.OfProcess());
await host.StartAsync();
IHostApplicationLifetime lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
int exitCode = await host.Services.GetRequiredService<Application>().RunAsync(args, lifetime.ApplicationStopping);
await host.StopAsync();
return exitCode;
