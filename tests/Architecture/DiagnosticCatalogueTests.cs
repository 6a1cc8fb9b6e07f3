using System.Reflection;
using System.Text.RegularExpressions;
using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Architecture.Tests;

public sealed partial class DiagnosticCatalogueTests
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Enough for what happened, why and what to do about it.</summary>
    private const int ShortestExplanation = 120;

    [Fact]
    public void Codes_are_unique() => Assert.Empty(Repeated(Declared().Select(entry => entry.Descriptor)));

    [Fact]
    public void Codes_titles_and_explanations_are_complete()
    {
        string flaws = string.Join('\n', Declared().SelectMany(entry => Flaws(entry.Descriptor)));

        Assert.True(flaws.Length == 0, flaws);
    }

    [Fact]
    public void Descriptors_are_declared_in_a_catalogue_of_their_area() =>
        Assert.Empty(Declared().Where(entry => !IsCatalogue(entry.Owner)).Select(entry => entry.Owner.FullName));

    [Fact]
    public void Each_catalogue_lists_all_of_its_descriptors()
    {
        foreach (IGrouping<Type, DiagnosticDescriptor> area in Declared().GroupBy(entry => entry.Owner, entry => entry.Descriptor))
        {
            var listed = (IReadOnlyList<DiagnosticDescriptor>?)area.Key.GetProperty("All", AnyStatic)?.GetValue(null) ?? [];

            Assert.Equal(area.Select(descriptor => descriptor.Code).Order(), listed.Select(descriptor => descriptor.Code).Order());
        }
    }

    [Fact]
    public void The_checks_notice_repeated_and_poor_descriptors()
    {
        var poor = new DiagnosticDescriptor("GAN4", DiagnosticSeverity.Error, "Too large.", "It is too large.");

        Assert.Equal(["GAN4"], Repeated([poor, poor]));
        Assert.Equal(3, Flaws(poor).Count());
        Assert.False(IsCatalogue(typeof(DiagnosticCatalogueTests)));
    }

    private static IEnumerable<(Type Owner, DiagnosticDescriptor Descriptor)> Declared() =>
        from room in Room.All
        from type in room.Assembly.GetTypes()
        from field in type.GetFields(AnyStatic)
        where field.FieldType == typeof(DiagnosticDescriptor) && !field.Name.StartsWith('<')
        select (type, (DiagnosticDescriptor)field.GetValue(null)!);

    private static IEnumerable<string> Repeated(IEnumerable<DiagnosticDescriptor> descriptors) =>
        descriptors.GroupBy(descriptor => descriptor.Code).Where(same => same.Count() > 1).Select(same => same.Key);

    private static IEnumerable<string> Flaws(DiagnosticDescriptor descriptor)
    {
        if (!Code().IsMatch(descriptor.Code))
        {
            yield return $"{descriptor.Code}: the code must be GAN1 (input files), GAN2 (compiler) or GAN3 (server) and three digits";
        }

        if (string.IsNullOrWhiteSpace(descriptor.Title) || descriptor.Title.EndsWith('.') || descriptor.Title.Contains('\n', StringComparison.Ordinal))
        {
            yield return $"{descriptor.Code}: the title must be one line without a full stop";
        }

        if (descriptor.Explanation.Length < ShortestExplanation)
        {
            yield return $"{descriptor.Code}: the explanation must say what happened, why, and what to do, with an example";
        }
    }

    private static bool IsCatalogue(Type type) =>
        type.IsAbstract && type.IsSealed && type.Name.EndsWith("Diagnostics", StringComparison.Ordinal);

    [GeneratedRegex("^GAN[1-3][0-9]{3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
