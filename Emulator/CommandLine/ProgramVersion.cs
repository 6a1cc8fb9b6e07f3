using System.Reflection;

namespace Ganglion.CommandLine;

/// <summary>Version of this program.</summary>
internal static class ProgramVersion
{
    /// <summary>As text, e.g. <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
