using System.Globalization;
using System.Text.Json;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.Compiler.Tests.Import;

/// <summary>Checks YAML against the part of JSON Schema that the project's schemas use; other keywords are an error.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Annotations = ["$schema", "$defs", "title", "description", "properties", "additionalProperties", "minProperties", "maxProperties"];

    public static IEnumerable<string> Violations(YamlNode node, JsonElement schema, JsonElement root) =>
        schema.EnumerateObject().SelectMany(keyword => Violations(node, keyword, schema, root));

    private static IEnumerable<string> Violations(YamlNode node, JsonProperty keyword, JsonElement schema, JsonElement root)
    {
        JsonElement value = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => Violations(node, root.GetProperty("$defs").GetProperty(value.GetString()!.Split('/')[^1]), root),
            "type" => Expect(node, HasType(node, value.GetString()!), $"is not of type {value}").Concat(Members(node, schema, root)),
            "enum" => Expect(node, value.EnumerateArray().Any(item => Text(node) == item.GetString()), $"is not in {value}"),
            "const" => Expect(node, Text(node) == value.GetRawText(), $"is not {value}"),
            "required" => value.EnumerateArray().SelectMany(key => Expect(node, !HasType(node, "object") || Keys(node).Contains(key.GetString()), $"lacks {key}")),
            "items" => node is YamlSequence list ? list.Items.SelectMany(item => Violations(item, value, root)) : [],
            "minItems" => Expect(node, node is not YamlSequence l || l.Items.Count >= value.GetInt32(), "has too few items"),
            "maxItems" => Expect(node, node is not YamlSequence l || l.Items.Count <= value.GetInt32(), "has too many items"),
            "minimum" => Expect(node, Number(node) is not { } n || n >= value.GetDouble(), $"is below {value}"),
            "maximum" => Expect(node, Number(node) is not { } n || n <= value.GetDouble(), $"is above {value}"),
            "exclusiveMinimum" => Expect(node, Number(node) is not { } n || n > value.GetDouble(), $"is not above {value}"),
            "anyOf" => Expect(node, value.EnumerateArray().Any(option => !Violations(node, option, root).Any()), "fits no alternative"),
            _ => Annotations.Contains(keyword.Name) ? [] : throw new NotSupportedException(keyword.Name),
        };
    }

    private static IEnumerable<string> Members(YamlNode node, JsonElement schema, JsonElement root)
    {
        if (node is not YamlMapping mapping)
        {
            yield break;
        }

        if ((schema.TryGetProperty("minProperties", out JsonElement min) && mapping.Entries.Count < min.GetInt32())
            || (schema.TryGetProperty("maxProperties", out JsonElement max) && mapping.Entries.Count > max.GetInt32()))
        {
            yield return $"{mapping.Path} has {mapping.Entries.Count} keys";
        }

        foreach (YamlEntry entry in mapping.Entries)
        {
            bool isNamed = schema.TryGetProperty("properties", out JsonElement properties) & properties.ValueKind == JsonValueKind.Object
                && properties.TryGetProperty(entry.Key, out _);
            JsonElement member = isNamed ? properties.GetProperty(entry.Key) : schema.GetProperty("additionalProperties");
            IEnumerable<string> violations = member.ValueKind == JsonValueKind.False
                ? [$"{entry.Value.Path} is not described"]
                : Violations(entry.Value, member, root);
            foreach (string violation in violations)
            {
                yield return violation;
            }
        }
    }

    private static bool HasType(YamlNode node, string type) => type switch
    {
        "object" => node is YamlMapping,
        "array" => node is YamlSequence,
        "string" => node is YamlScalar && Number(node) is null,
        "number" => Number(node) is not null,
        "integer" => Number(node) is { } number && double.IsInteger(number),
        "boolean" => Text(node) is "true" or "false",
        _ => throw new NotSupportedException(type),
    };

    private static IEnumerable<string?> Keys(YamlNode node) => ((YamlMapping)node).Entries.Select(entry => entry.Key);

    private static string? Text(YamlNode node) => (node as YamlScalar)?.Text;

    private static double? Number(YamlNode node) =>
        node is YamlScalar { IsPlain: true } scalar && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static IEnumerable<string> Expect(YamlNode node, bool holds, string otherwise) => holds ? [] : [$"{node.Path} {otherwise}"];
}
