using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler;
using Ganglion.Compiler.Import;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Reads, compiles where needed, and loads what a user wants to run.</summary>
/// <param name="request">What the user wants.</param>
internal sealed class RunLoader(RunRequest request)
{
    /// <summary>Loads it.</summary>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">A file cannot be taken, or the network does not fit the chip.</exception>
    public LoadedRun Load()
    {
        NetworkImport import = NetworkFile.Read(request.Path, request.NetworkOptions);
        LoadedRun loaded = request.Chip == ChipInput.None ? LoadReference(import.Network) : Compile(import.Network);
        return loaded with
        {
            Depth = NetworkDepth.Of(import.Network),
            LastListedSpike = import.Network.Populations.OfType<SourcePopulation>()
                .Select(population => population.Source).OfType<ListSource>().Where(list => list.Timesteps.Count > 0).Max(list => (long?)list.Timesteps[^1]),
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
        CompilationResult result = NetworkCompiler.Compile(network, chip, request.CompilerOptions);
        return LoadMachine(result.Image, chip) with { Diagnostics = result.Diagnostics };
    }

    private LoadedRun LoadMachine(ChipImage image, ChipSpec.Spec.ChipSpec chip)
    {
        int? priceTable = FindPrices(chip);
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

    private int? FindPrices(ChipSpec.Spec.ChipSpec chip)
    {
        string[] names = [.. chip.Prices.Select(table => table.Name)];
        if (request.Prices is not { } wanted)
        {
            return names.Length > 0 ? 0 : null;
        }

        int index = Array.IndexOf(names, wanted);
        return index >= 0
            ? index
            : throw new UsageException($"chip '{chip.Id}' has no price table '{wanted}'; {Suggestion.Remedy(wanted, names)}");
    }
}
