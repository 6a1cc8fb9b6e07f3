using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Import;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Reads, compiles where needed, and loads what a user wants to run.</summary>
/// <param name="request">What the user wants.</param>
internal sealed class RunLoader(RunRequest request)
{
    /// <summary>Ending of the names of chip images.</summary>
    public const string ImageExtension = ".chip";

    /// <summary>Loads it.</summary>
    /// <exception cref="InvalidInputException">A file cannot be taken, or the network does not fit the chip.</exception>
    public LoadedRun Load()
    {
        if (request.Path.EndsWith(ImageExtension, StringComparison.OrdinalIgnoreCase))
        {
            return LoadImage();
        }

        NetworkImport import = NetworkFile.Read(request.Path, request.NetworkOptions);
        LoadedRun loaded = request.Chip == ChipInput.None ? LoadReference(import.Network) : Compile(import.Network);
        return loaded with
        {
            Depth = NetworkDepth.Of(import.Network),
            LastListedSpike = import.Network.Populations.OfType<SourcePopulation>()
                .Select(population => population.Source).OfType<ListSource>().Where(list => list.Timesteps.Count > 0).Max(list => (long?)list.Timesteps[^1]),
            LosesFirstInput = request.Chip == ChipInput.None && HasInputWithoutDelay(import.Network),
            IsEndless = import.Network.Populations.Any(population => population is SourcePopulation { Source: PoissonSource }),
            Diagnostics = [.. import.Warnings, .. loaded.Diagnostics],
        };
    }

    private LoadedRun LoadReference(Network network) => new()
    {
        Emulation = new ReferenceEmulation(network, request.Seed),
        Network = new NetworkSummary(network.Name, NetworkHash.Compute(network)),
        Depth = 1,
    };

    private LoadedRun Compile(Network network)
    {
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(request.Chip);
        List<Diagnostic> warnings = [];
        CompilerOptions options = SampleFiles.AddTo(request.CompilerOptions, request.Calibration, network) with { Activity = request.Activity?.For(network, warnings) };
        CompilationResult result = request.SeeksRemedies
            ? RemedySearch.Compile(network, chip, options)
            : NetworkCompiler.Compile(network, chip, options);
        return LoadMachine(result.Image, chip) with
        {
            Diagnostics = [.. warnings, .. result.Diagnostics],
            PipelineDelays = result.Quantization.Populations.ToDictionary(population => population.Name, population => population.PipelineDelay, StringComparer.Ordinal),
        };
    }

    private LoadedRun LoadImage()
    {
        ChipImage image = ChipImageFile.Read(request.Path);
        ChipSpec.Spec.ChipSpec chip = ChipSpecReader.Read(image.ChipSpec, request.Path);
        return LoadChecked(image, chip) with
        {
            LastListedSpike = image.Sources.Where(source => source.SpikeTimesteps.Length > 0).Max(source => (long?)source.SpikeTimesteps[^1]),
            IsEndless = image.Sources.Any(source => source.Kind == SourceKind.Poisson),
        };
    }

    /// <summary>Only the cores know the columns and receptors of their neuron models, so an image is told from its damage late.</summary>
    private LoadedRun LoadChecked(ChipImage image, ChipSpec.Spec.ChipSpec chip)
    {
        try
        {
            return LoadMachine(image, chip);
        }
        catch (ArgumentException contradiction)
        {
            throw new InvalidInputException(
                ImageDiagnostics.Contradiction, new SourceLocation(request.Path), contradiction.Message, remedy: "compile the network again");
        }
    }

    private LoadedRun LoadMachine(ChipImage image, ChipSpec.Spec.ChipSpec chip)
    {
        int? priceTable = PriceChoice.Find(chip, request.Prices);
        int threads = request.Threads ?? WorkerCount.Choose(image, Environment.ProcessorCount);
        var machine = new Machine(image, chip, new MachineOptions { Workers = threads, Seed = request.Seed });
        return new LoadedRun
        {
            Emulation = new MachineEmulation(machine),
            Network = new NetworkSummary(image.NetworkName, image.NetworkHash),
            Chip = ChipSummary.Of(chip, image, machine.Tiles),
            PriceTable = priceTable,
            Threads = threads,
            Depth = NetworkDepth.Of(image),
        };
    }

    private static bool HasInputWithoutDelay(Network network) =>
        network.Projections.Any(projection => projection.Connectivity.Delays.Min == 0 && network[projection.Source] is SourcePopulation);
}
