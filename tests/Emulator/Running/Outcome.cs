using Ganglion.ChipSpec.Image;
using Ganglion.Cores;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>Everything about a run that must not depend on how it was run.</summary>
internal sealed record Outcome(string Spikes, long SpikeCount, string State, CoreCounters Totals, string Cores, double ChipSeconds, double Joule, string Steps)
{
    public static Outcome Of(ChipImage image, ChipSpec.Spec.ChipSpec chip, MachineOptions options, params long[] runs)
    {
        using var machine = new Machine(image, chip, options);
        return Of(machine, runs);
    }

    public static Outcome Of(Machine machine, params long[] runs)
    {
        var spikes = new SpikeHash();
        var steps = new StepLog();
        machine.Attach(spikes);
        machine.Attach(steps);
        foreach (long timesteps in runs)
        {
            Assert.Equal(timesteps, machine.Run(timesteps));
        }

        machine.Detach(spikes);
        machine.Detach(steps);
        return Of(machine, spikes, steps);
    }

    public static Outcome Of(Machine machine, SpikeHash spikes, StepLog steps)
    {
        Ledger ledger = machine.Ledger();
        string cores = string.Join('\n', ledger.Cores.Select(core => $"{core.Core} {core.Counters.SynapticEvents} {core.Counters.Spikes} "
            + string.Join(' ', core.Messages.Select(message => $"{message.Destination}:{message.Count}"))));
        return new Outcome(
            spikes.Value, spikes.Count, machine.StateHash(), ledger.Totals, cores, machine.Spec.Prices.Count == 0 ? 0 : machine.ChipTime()[0].Seconds,
            machine.Spec.Prices.Count == 0 ? 0 : EnergyModel.Price(ledger, machine.Spec.Prices[0]).TotalJoule, steps.Text);
    }
}
