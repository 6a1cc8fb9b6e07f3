using System.Diagnostics;
using Ganglion.CommandLine;
using Ganglion.CommandLine.Output;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>Runs the program: in this process, or in one of its own.</summary>
internal static class Program
{
    /// <summary>Runs it in this process, as if its output were piped.</summary>
    public static Task<ProgramResult> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    /// <summary>The same, with a way to stop it.</summary>
    public static async Task<ProgramResult> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using IHost host = ProgramHost.Build(new Terminal(output, error));
        int exitCode = await host.Services.GetRequiredService<Application>().RunAsync(arguments, cancellation);
        return new ProgramResult(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs it in a process of its own.</summary>
    public static Task<ProgramResult> RunProcessAsync(params string[] arguments) => FinishAsync(Start(arguments));

    /// <summary>Starts it in a process of its own.</summary>
    public static Process Start(params string[] arguments) => Process.Start(StartInfo(arguments))!;

    /// <summary>How a process of its own starts.</summary>
    public static ProcessStartInfo StartInfo(params string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "ganglion.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

    /// <summary>Waits for a process to end.</summary>
    public static async Task<ProgramResult> FinishAsync(Process process)
    {
        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new ProgramResult(process.ExitCode, await output, await error);
        }
    }
}
