using System.Xml.Linq;
using ArchUnitNET.Fluent.Extensions;
using ArchUnitNET.xUnitV3;

namespace Ganglion.Architecture.Tests;

public sealed class RoomReferenceTests
{
    public static IEnumerable<TheoryDataRow<string>> Rooms => Room.Names;

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Types_know_only_the_rooms_in_the_table(string name)
    {
        Room room = Room.Named(name);
        IEnumerable<Room> forbidden = Room.All.Where(other => other != room && !room.MayReference.Contains(other.Name));

        ArchitectureRules.NotKnow(room.Assembly, forbidden.Select(other => other.Assembly)).Check(ArchitectureRules.House);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Project_files_reference_only_the_rooms_in_the_table(string name)
    {
        Room room = Room.Named(name);

        IEnumerable<string> referenced = XDocument.Load(Repository.PathTo(room.ProjectFile))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Empty(referenced.Except(room.MayReference));
    }

    [Fact]
    public void Every_project_outside_tests_and_benchmarks_is_a_room_of_the_table()
    {
        IEnumerable<string> projects = XDocument.Load(Repository.PathTo("Ganglion.slnx"))
            .Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value)
            .Where(path => !path.StartsWith("tests/", StringComparison.Ordinal) && !path.StartsWith("perf/", StringComparison.Ordinal));

        Assert.Equal(Room.All.Select(room => room.ProjectFile).Order(), projects.Order());
    }

    [Fact]
    public void The_rule_notices_a_forbidden_reference()
    {
        var rule = ArchitectureRules.NotKnow(Room.Named("Ganglion.Compiler").Assembly, [Room.Named("Ganglion.ChipSpec").Assembly]);

        Assert.False(rule.HasNoViolations(ArchitectureRules.House));
    }
}
