using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Compare;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Learn.Fashion;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Export;
using Ganglion.Compiler.Import;
using Ganglion.Compiler.Import.LavaDl;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Import.SanaFe;
using Ganglion.Compiler.Import.Spikes;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;
using Ganglion.Compiler.Route;
using Ganglion.Emulator.Faults;
using Ganglion.Emulator.Recordings;
using Ganglion.Emulator.Replay;
using Ganglion.Server.Options;

namespace Ganglion.CommandLine;

/// <summary>Every kind of diagnostic, ordered by code.</summary>
internal static class DiagnosticCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        .. new[]
        {
            YamlDiagnostics.All,
            ChipSpecDiagnostics.All,
            ImageDiagnostics.All,
            StateDiagnostics.All,
            NetworkFileDiagnostics.All,
            NetYamlDiagnostics.All,
            NirDiagnostics.All,
            LavaDlDiagnostics.All,
            NirExportDiagnostics.All,
            NetYamlExportDiagnostics.All,
            SanaFeDiagnostics.All,
            SpikeFileDiagnostics.All,
            SpikeInputDiagnostics.All,
            LabelDiagnostics.All,
            CalibrationDiagnostics.All,
            FashionDiagnostics.All,
            NetworkDiagnostics.All,
            CompilerDiagnostics.All,
            FitDiagnostics.All,
            GradedDiagnostics.All,
            LearningDiagnostics.All,
            MappingDiagnostics.All,
            RouteDiagnostics.All,
            ActivityDiagnostics.All,
            PlasticityDiagnostics.All,
            ReferenceDiagnostics.All,
            RecordingDiagnostics.All,
            FaultDiagnostics.All,
            ReplayDiagnostics.All,
            ServerDiagnostics.All,
            SnapshotDiagnostics.All,
        }.SelectMany(area => area).OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal),
    ];
}
