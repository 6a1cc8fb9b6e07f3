using System.Text.Json.Serialization;
using Ganglion.CommandLine.Bench;
using Ganglion.CommandLine.Compare;
using Ganglion.CommandLine.Learn;
using Ganglion.CommandLine.Map;
using Ganglion.CommandLine.Weights;

namespace Ganglion.CommandLine.Output;

/// <summary>The JSON documents that commands print; docs/formats/json.md describes them field by field.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    NewLine = "\n")]
[JsonSerializable(typeof(ExplanationDocument))]
[JsonSerializable(typeof(ExplanationDocument[]))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(DemoSummary))]
[JsonSerializable(typeof(CheckSummary))]
[JsonSerializable(typeof(CompileSummary))]
[JsonSerializable(typeof(MapSummary))]
[JsonSerializable(typeof(BenchResult))]
[JsonSerializable(typeof(Comparison))]
[JsonSerializable(typeof(WeightsSummary))]
[JsonSerializable(typeof(ConvertSummary))]
[JsonSerializable(typeof(FreezeSummary))]
[JsonSerializable(typeof(ReplaySummary))]
[JsonSerializable(typeof(LearnSummary))]
[JsonSerializable(typeof(ServeSummary))]
[JsonSerializable(typeof(RuleSummary))]
[JsonSerializable(typeof(RuleSummary[]))]
[JsonSerializable(typeof(ChipSpec.Spec.ChipSpec[]))]
[JsonSerializable(typeof(ChipSpec.Spec.ChipSpec))]
internal sealed partial class JsonContracts : JsonSerializerContext;
