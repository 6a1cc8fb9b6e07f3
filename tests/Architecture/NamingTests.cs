using ArchUnitNET.Fluent.Extensions;
using ArchUnitNET.xUnitV3;

namespace Ganglion.Architecture.Tests;

public sealed class NamingTests
{
    public static IEnumerable<TheoryDataRow<string>> Rooms => Room.Names;

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Namespaces_match_the_room(string name) =>
        ArchitectureRules.StayInNamespace(Room.Named(name).Assembly, name).Check(ArchitectureRules.House);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Type_names_say_what_the_type_is(string name) =>
        ArchitectureRules.HaveTellingNames(Room.Named(name).Assembly).Check(ArchitectureRules.House);

    [Fact]
    public void The_rules_notice_a_stray_namespace_and_an_empty_name()
    {
        var tests = typeof(Counterexamples).Assembly;

        Assert.False(ArchitectureRules.StayInNamespace(tests, "Ganglion.Cores").HasNoViolations(ArchitectureRules.House));
        Assert.False(ArchitectureRules.HaveTellingNames(tests).HasNoViolations(ArchitectureRules.House));
    }
}
