using System.Text.Json;

namespace Ganglion.Conformance.Tests.Vectors;

/// <summary>Reading of vector files.</summary>
internal static class JsonVectors
{
    /// <summary>The root object of a file; <see langword="null"/> when it cannot be read.</summary>
    public static JsonElement? TryOpen(string path, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            problem = "";
            return document.RootElement.Clone();
        }
        catch (JsonException cause)
        {
            problem = cause.Message;
            return null;
        }
    }

    public static int Int(this JsonElement element, string property) => element.GetProperty(property).GetInt32();

    public static int Int(this JsonElement element, string property, int otherwise) =>
        element.TryGetProperty(property, out JsonElement value) ? value.GetInt32() : otherwise;

    public static string Text(this JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static int[] Ints(this JsonElement element, string property) => element.GetProperty(property).Ints();

    public static int[] Ints(this JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetInt32())];

    public static int[][] Matrix(this JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(row => row.Ints())];
}
