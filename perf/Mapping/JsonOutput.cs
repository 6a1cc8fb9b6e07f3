using System.Text.Json;

namespace Ganglion.Perf.Mapping;

/// <summary>How results are written.</summary>
internal static class JsonOutput
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
