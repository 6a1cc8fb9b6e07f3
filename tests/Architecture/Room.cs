using Assembly = System.Reflection.Assembly;

namespace Ganglion.Architecture.Tests;

/// <summary>One project of the solution: its assembly, its folder, and the rooms that it may reference.</summary>
public sealed record Room(string Name, string ProjectFile, IReadOnlyList<string> MayReference)
{
    private static readonly string[] Everything =
        ["Ganglion.ChipSpec", "Ganglion.Cores", "Ganglion.Router", "Ganglion.Compiler", "Ganglion.Emulator", "Ganglion.Protocols", "Ganglion.Server", "Ganglion.Testing"];

    /// <summary>Who may reference whom. docs/architecture.md shows the same table.</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Ganglion.ChipSpec", "chipspec/Ganglion.ChipSpec.csproj", []),
        new("Ganglion.Cores", "Cores/Ganglion.Cores.csproj", ["Ganglion.ChipSpec"]),
        new("Ganglion.Router", "Router/Ganglion.Router.csproj", ["Ganglion.ChipSpec"]),
        new("Ganglion.Compiler", "Compiler/Ganglion.Compiler.csproj", ["Ganglion.ChipSpec"]),
        new("Ganglion.Emulator", "Emulator/Engine/Ganglion.Emulator.csproj", ["Ganglion.ChipSpec", "Ganglion.Cores", "Ganglion.Router"]),
        new("Ganglion.Protocols", "Emulator/Protocols/Ganglion.Protocols.csproj", []),
        new("Ganglion.Server", "Emulator/Server/Ganglion.Server.csproj", ["Ganglion.ChipSpec", "Ganglion.Emulator", "Ganglion.Protocols"]),
        new("Ganglion.Testing", "Emulator/Testing/Ganglion.Testing.csproj", ["Ganglion.ChipSpec", "Ganglion.Compiler", "Ganglion.Emulator"]),
        new("Ganglion.CommandLine", "Emulator/CommandLine/Ganglion.CommandLine.csproj", Everything),
    ];

    /// <summary>The rooms that other programs may build on, so that their public API is kept under watch.</summary>
    public static IReadOnlyList<Room> Libraries { get; } = [.. All.Where(room => room.Name != "Ganglion.CommandLine")];

    public static IEnumerable<TheoryDataRow<string>> Names => All.Select(room => new TheoryDataRow<string>(room.Name));

    public static IEnumerable<TheoryDataRow<string>> LibraryNames => Libraries.Select(room => new TheoryDataRow<string>(room.Name));

    /// <summary>The compiled room; the command line's assembly carries the name of the program.</summary>
    public Assembly Assembly => Assembly.Load(Name == "Ganglion.CommandLine" ? "ganglion" : Name);

    public static Room Named(string name) => All.Single(room => room.Name == name);
}
