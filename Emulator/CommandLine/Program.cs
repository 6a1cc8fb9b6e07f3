using System.Runtime.InteropServices;
using Ganglion.CommandLine;
using Ganglion.CommandLine.Output;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using IHost host = ProgramHost.Build(Terminal.OfProcess());
await host.StartAsync();
CancellationToken stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

// The first Ctrl-C lets the command finish its timestep and its files; the second does not wait.
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
{
    if (stopping.IsCancellationRequested)
    {
        Environment.Exit(ExitCode.Failure);
    }
});
int exitCode = await host.Services.GetRequiredService<Application>().RunAsync(args, stopping);
await host.StopAsync();
return exitCode;
