using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Cores;
using Ganglion.Emulator.Tests.Learning;
using Ganglion.Emulator.Tests.Odin;
using Ganglion.Emulator.Tests.Running;
using Ganglion.Emulator.Tests.TrueNorth;
using Ganglion.Emulator.Tests.Xylo;

namespace Ganglion.Emulator.Tests.Snapshots;

/// <summary>Random networks of every kind of core, compiled.</summary>
internal static class Families
{
    public static IReadOnlyDictionary<string, Gen<(ChipImage Image, ChipSpec.Spec.ChipSpec Chip)>> All { get; } =
        new Dictionary<string, Gen<(ChipImage Image, ChipSpec.Spec.ChipSpec Chip)>>(StringComparer.Ordinal)
        {
            ["loihi"] = Compiled(RandomNetworks.Any, TestChip.WithCompartments(16)),
            ["learning"] = Compiled(PlasticNetworks.Any, PlasticNetworks.Chip(16)),
            ["graded"] = Compiled(RandomGradedNetworks.Any, GradedChip),
            ["truenorth"] = Compiled(CrossbarNetworks.Any, CrossbarNetworks.Chip(256)),
            ["xylo"] = Compiled(XyloDeterminismTests.Networks, XyloDeterminismTests.Chip),
            ["odin"] = Compiled(RandomOdin.Any, Presets.Load("odin")),
        };

    private static ChipSpec.Spec.ChipSpec GradedChip
    {
        get
        {
            ChipSpec.Spec.ChipSpec chip = TestChip.WithCompartments(8);
            return chip with { Compartment = chip.Compartment with { Models = [.. CoreFactory.Models] } };
        }
    }

    private static Gen<(ChipImage Image, ChipSpec.Spec.ChipSpec Chip)> Compiled(Gen<Network> networks, ChipSpec.Spec.ChipSpec chip) =>
        networks.Select(network => (NetworkCompiler.Compile(network, chip).Image, chip));
}
