using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Tests.Schemas;

/// <summary>Makes the JSON schema of chip specifications from their records: types, required keys, words and descriptions.</summary>
internal sealed class SchemaGenerator(XmlSummaries summaries)
{
    private const string Name = "^[A-Za-z][A-Za-z0-9_.-]{0,63}$";

    // Words that the records hold as text, since other families will bring others.
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["ChipSpec.Family"] = [.. ChipFamilies.Names],
        ["Cost.Unit"] = ["pJ", "nJ", "ns", "us", "mW"],
        ["Mesh.Routing"] = ["xy"],
        ["Mesh.ChipLinks"] = ["planar4"],
        ["TimestepRegime.Kind"] = ["barrier", "tick", "eventDriven"],
    };

    private readonly SortedDictionary<string, JsonNode?> _definitions = new(StringComparer.Ordinal);
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>The schema, indented, with a final line feed.</summary>
    public string Generate()
    {
        JsonObject schema = new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Chip specification of Ganglion",
        };
        foreach ((string key, JsonNode? value) in Record(typeof(Spec.ChipSpec)).ToArray())
        {
            schema[key] = value?.DeepClone();
        }

        schema["definitions"] = new JsonObject(_definitions);
        JsonSerializerOptions options = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return schema.ToJsonString(options) + "\n";
    }

    private JsonObject Record(Type type)
    {
        JsonObject properties = [];
        JsonArray required = [];
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null))
        {
            string key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            properties[key] = Property(property);
            bool isParameter = type.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name));
            if (isParameter || property.IsDefined(typeof(RequiredMemberAttribute)))
            {
                required.Add(key);
            }
        }

        JsonObject schema = new()
        {
            ["description"] = summaries.OfType(type),
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    private JsonObject Property(PropertyInfo property)
    {
        bool isNullable = _nullability.Create(property).ReadState == NullabilityState.Nullable;
        JsonObject value = Words.TryGetValue($"{property.DeclaringType!.Name}.{property.Name}", out string[]? words)
            ? Enumeration(words)
            : Value(property.PropertyType);
        if (isNullable)
        {
            value = new JsonObject { ["anyOf"] = new JsonArray(value, new JsonObject { ["type"] = "null" }) };
        }
        else if (value.ContainsKey("$ref"))
        {
            // Drafts before 2019 ignore what stands beside a reference.
            value = new JsonObject { ["allOf"] = new JsonArray(value) };
        }

        value["description"] = summaries.OfProperty(property);
        return value;
    }

    private JsonObject Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return new JsonObject { ["type"] = "string" };
        }

        if (type == typeof(bool))
        {
            return new JsonObject { ["type"] = "boolean" };
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return new JsonObject { ["type"] = "integer" };
        }

        if (type == typeof(double))
        {
            return new JsonObject { ["type"] = "number" };
        }

        if (type.IsEnum)
        {
            return Enumeration([.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)]);
        }

        if (type == typeof(IReadOnlyDictionary<string, string>))
        {
            return new JsonObject
            {
                ["type"] = "object",
                ["patternProperties"] = new JsonObject { [Name] = new JsonObject { ["type"] = "string" } },
                ["additionalProperties"] = false,
            };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return new JsonObject { ["type"] = "array", ["items"] = Value(type.GetGenericArguments()[0]) };
        }

        string name = JsonNamingPolicy.CamelCase.ConvertName(type.Name);
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = null;
            _definitions[name] = Record(type);
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    private static JsonObject Enumeration(string[] words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
