using Microsoft.Extensions.Logging;

namespace Ganglion.CommandLine.Output;

/// <summary>Writes log entries to standard error, one line each.</summary>
/// <param name="terminal">Where the program talks.</param>
internal sealed class ErrorLog(Terminal terminal) : ILoggerProvider, ILogger
{
    /// <summary>Entries below this level are left out.</summary>
    public LogLevel Level { get; set; } = LogLevel.Warning;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= Level;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            terminal.Error.WriteLine($"ganglion: {formatter(state, exception)}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
