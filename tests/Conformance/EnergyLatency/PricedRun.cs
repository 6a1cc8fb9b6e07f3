using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler;
using Ganglion.Compiler.Import.SanaFe;
using Ganglion.Compiler.Networks;
using Ganglion.Cores;
using Ganglion.Emulator;
using Ganglion.Emulator.Ledgers;

namespace Ganglion.Conformance.Tests.EnergyLatency;

/// <summary>A network of SANA-FE on <c>loihi1</c>, on the cores that its file names, priced as silicon.</summary>
internal sealed class PricedRun : IDisposable
{
    private const string Prices = "silicon";

    /// <summary>SANA-FE has no term for it.</summary>
    private const string WithinTile = "messages through a tile's router";

    private static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("loihi1");

    private readonly PriceTable _table = Chip.Prices.Single(table => table.Name == Prices);
    private readonly Machine _machine;

    public PricedRun(string file)
    {
        Network network = SanaFeReader.ReadFile(file);
        _machine = new Machine(NetworkCompiler.Compile(network, Chip).Image, Chip, new MachineOptions { Workers = 2 });
        Assert.Equal(
            network.Populations.Cast<NeuronPopulation>().SelectMany(population => population.PinnedCores!).Distinct().Order(),
            _machine.Image.Cores.Select(core => core.Core));
    }

    /// <summary>Counts of all timesteps so far.</summary>
    public CoreCounters Totals => _machine.Ledger().Totals;

    /// <summary>Timesteps so far.</summary>
    public long Timesteps => _machine.TotalTimesteps;

    /// <summary>Duration of all timesteps so far.</summary>
    public double Seconds => _machine.ChipTime().Single(report => report.Table == Prices).Seconds;

    /// <summary>Energy of all timesteps so far.</summary>
    public EnergyReport Energy => EnergyModel.Price(_machine.Ledger(), _table);

    public void Run(long timesteps) => _machine.Run(timesteps);

    /// <summary>Energy of some components so far, in joule.</summary>
    public double Joule(params string[] components)
    {
        EnergyReport report = Energy;
        Assert.DoesNotContain(report.Unpriced, unpriced => unpriced != WithinTile);
        return report.Components.Where(component => components.Contains(component.Component)).Sum(component => component.Joule);
    }

    public void Dispose() => _machine.Dispose();
}
