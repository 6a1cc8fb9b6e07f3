using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ganglion.CommandLine.Output;

/// <summary>The JSON documents with quotes and letters of all alphabets as they are, for they are not meant for HTML.</summary>
internal static class PlainJson
{
    /// <summary>How the documents are written.</summary>
    public static JsonContracts Contracts { get; } =
        new(new JsonSerializerOptions(JsonContracts.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
