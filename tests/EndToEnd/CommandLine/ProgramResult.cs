using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>What a run of the program left behind.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Everything, for messages of failing tests.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";
}
