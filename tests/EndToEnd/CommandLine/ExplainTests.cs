using System.Reflection;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.CommandLine;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class ExplainTests
{
    [Fact]
    public async Task A_code_is_explained_in_either_case()
    {
        ProgramResult result = await Program.RunAsync("explain", "gan1001");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("GAN1001 (error): ", result.Output, StringComparison.Ordinal);
        Assert.True(result.Output.Length > 150, result.Output);
    }

    [Fact]
    public async Task Without_a_code_all_are_listed()
    {
        ProgramResult result = await Program.RunAsync("explain");

        Assert.All(DiagnosticCatalogue.All, descriptor => Assert.Contains($"\n{descriptor.Code}  ", result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_code_is_bad_usage()
    {
        ProgramResult result = await Program.RunAsync("explain", "GAN9999");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no code 'GAN9999'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_holds_every_descriptor_of_every_room()
    {
        IEnumerable<DiagnosticDescriptor> declared =
            from name in (string[])["Ganglion.ChipSpec", "Ganglion.Compiler", "Ganglion.Emulator", "Ganglion.Server", "ganglion"]
            from type in Assembly.Load(name).GetTypes()
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where field.FieldType == typeof(DiagnosticDescriptor) && !field.Name.StartsWith('<')
            select (DiagnosticDescriptor)field.GetValue(null)!;

        Assert.Equal(declared.Select(descriptor => descriptor.Code).Order(), DiagnosticCatalogue.All.Select(descriptor => descriptor.Code));
    }
}
