using System.Reflection;
using System.Xml.Linq;

namespace Ganglion.ChipSpec.Tests.Schemas;

/// <summary>The summaries of a documented assembly as plain text.</summary>
internal sealed class XmlSummaries(XDocument documentation)
{
    /// <summary>Loads what the compiler has written beside an assembly.</summary>
    public static XmlSummaries Load(Assembly assembly) => new(XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")));

    public string OfType(Type type) => Plain(Member($"T:{type.FullName}").Element("summary")!);

    public string OfProperty(PropertyInfo property)
    {
        Type type = property.DeclaringType!;
        XElement? own = documentation.Descendants("member").FirstOrDefault(member => (string?)member.Attribute("name") == $"P:{type.FullName}.{property.Name}");

        // The properties of a positional record are documented as parameters.
        return own?.Element("summary") is { } summary
            ? Plain(summary)
            : Plain(Member($"T:{type.FullName}").Elements("param").Single(parameter => (string?)parameter.Attribute("name") == property.Name));
    }

    private XElement Member(string name) =>
        documentation.Descendants("member").Single(member => (string?)member.Attribute("name") == name);

    private static string Plain(XElement element) =>
        string.Join(' ', string.Concat(element.Nodes().Select(PlainNode)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string PlainNode(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("langword") is { } word => word.Value,
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
        XElement other => other.Value,
        _ => "",
    };
}
