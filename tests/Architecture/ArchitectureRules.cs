using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Ganglion.Architecture.Tests;

/// <summary>The rules of the house, over the compiled assemblies.</summary>
internal static class ArchitectureRules
{
    /// <summary>All rooms as compiled, and this test project, whose <c>Counterexamples</c> show that the rules can fail.</summary>
    public static ArchUnitNET.Domain.Architecture House { get; } = new ArchLoader()
        .LoadAssemblies([.. Room.All.Select(room => room.Assembly), typeof(ArchitectureRules).Assembly])
        .Build();

    public static IArchRule NotKnow(System.Reflection.Assembly room, IEnumerable<System.Reflection.Assembly> others)
    {
        HashSet<string> names = [.. others.Select(other => other.GetName().Name!)];
        return Types().That().ResideInAssembly(room)
            .Should().NotDependOnAny(Types().That().FollowCustomPredicate(
                type => names.Contains(type.Assembly.Name.Split(',')[0]), $"reside in {string.Join(", ", names)}"))
            .WithoutRequiringPositiveResults();
    }

    public static IArchRule NotUse(System.Reflection.Assembly room, string what, Func<IType, bool> forbidden) =>
        Types().That().ResideInAssembly(room)
            .Should().NotDependOnAny(Types(includeReferenced: true).That().FollowCustomPredicate(forbidden, $"are {what}"))
            .WithoutRequiringPositiveResults();

    public static IArchRule StayInNamespace(System.Reflection.Assembly room, string name) =>
        Types().That().ResideInAssembly(room).And().FollowCustomPredicate(IsWritten, "are written by hand")
            .Should().ResideInNamespaceMatching($@"^{name.Replace(".", @"\.", StringComparison.Ordinal)}(\.|$)")
            .WithoutRequiringPositiveResults();

    public static IArchRule HaveTellingNames(System.Reflection.Assembly room) =>
        Types().That().ResideInAssembly(room)
            .Should().NotHaveNameMatching("(Helpers?|Utils?|Utility|Utilities|Managers?|Common|Misc|Stuff)(`[0-9]+)?$")
            .WithoutRequiringPositiveResults();

    /// <summary>Compilers and generators add types of their own; the entry point of a program has no namespace.</summary>
    private static bool IsWritten(IType type) =>
        !type.FullName.Contains('<', StringComparison.Ordinal)
        && !type.FullName.StartsWith("System.", StringComparison.Ordinal)
        && !type.FullName.StartsWith("Microsoft.", StringComparison.Ordinal)
        && type.FullName != "Program";
}
