namespace Ganglion.ChipSpec.Reading;

/// <summary>A sequence of nodes.</summary>
public sealed class YamlSequence : YamlNode
{
    private readonly List<YamlNode> _items = [];

    internal YamlSequence(YamlDocument document, YamlPlace place)
        : base(document, place)
    {
    }

    /// <summary>The nodes, in the order of the file.</summary>
    public IReadOnlyList<YamlNode> Items => _items;

    /// <inheritdoc/>
    public override string Description => $"a list of {_items.Count} items";

    internal void Add(YamlNode item) => _items.Add(item);
}
