namespace Ganglion.Emulator.Tests.Running;

/// <summary>What a user of a machine relies on.</summary>
public sealed class MachineTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Two_runs_of_five_timesteps_equal_one_of_ten(int workers)
    {
        using Machine whole = SmallNetwork.NewMachine(workers);
        using Machine halves = SmallNetwork.NewMachine(workers);

        Assert.Equal(Outcome.Of(whole, 10), Outcome.Of(halves, 5, 5));
        Assert.Equal(10, halves.Timestep);
    }

    [Fact]
    public void A_run_in_many_pieces_equals_one_in_one_piece()
    {
        using Machine whole = SmallNetwork.NewMachine(2);
        using Machine pieces = SmallNetwork.NewMachine(2);

        Assert.Equal(Outcome.Of(whole, 900), Outcome.Of(pieces, 0, 1, 255, 256, 257, 3, 128));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Reset_gives_the_same_run_again_and_the_ledger_goes_on(int workers)
    {
        using Machine machine = SmallNetwork.NewMachine(workers);
        Outcome first = Outcome.Of(machine, 400);

        machine.Reset();
        Assert.Equal(0, machine.Timestep);
        Outcome second = Outcome.Of(machine, 400);

        Assert.Equal((first.Spikes, first.State, first.Steps), (second.Spikes, second.State, second.Steps));
        Assert.Equal(2 * first.Totals.SynapticEvents, second.Totals.SynapticEvents);
        Assert.Equal(2 * first.Joule, second.Joule, first.Joule * 1e-12);
        Assert.Equal(800, machine.TotalTimesteps);
    }

    [Fact]
    public void An_injected_spike_acts_one_delay_after_its_timestep()
    {
        using Machine machine = SmallNetwork.NewMachine();
        using Machine untouched = SmallNetwork.NewMachine();
        machine.Run(20);
        untouched.Run(20);
        machine.Inject("outside", 23, [2]);

        machine.Run(3);
        untouched.Run(3);
        Assert.Equal(untouched.Read("b", "u"), machine.Read("b", "u"));

        machine.Run(1);
        untouched.Run(1);
        Assert.Equal(untouched.Read("b", "u").Select(u => u + (100 << 6)), machine.Read("b", "u"));
    }

    [Fact]
    public void Spikes_injected_before_the_first_run_may_fire_in_timestep_0()
    {
        using Machine machine = SmallNetwork.NewMachine();
        machine.Inject("outside", 0, [0, 3, 3]);

        machine.Run(1);

        Assert.All(machine.Read("b", "u"), u => Assert.Equal(3 * (100 << 6), u));
    }

    [Fact]
    public void Wrong_injections_are_refused()
    {
        using Machine machine = SmallNetwork.NewMachine();
        machine.Run(5);

        Assert.Throws<ArgumentException>(() => machine.Inject("outside", 5, [0]));
        Assert.Throws<ArgumentException>(() => machine.Inject("outside", 6, [4]));
        Assert.Throws<ArgumentException>(() => machine.Inject("outside", 6, [-1]));
        Assert.Throws<ArgumentException>(() => machine.Inject("noise", 6, [0]));
        Assert.Throws<ArgumentException>(() => machine.Inject("nobody", 6, [0]));
    }

    [Fact]
    public void More_workers_than_cores_are_allowed_and_none_is_not()
    {
        using Machine crowded = SmallNetwork.NewMachine(40);
        using Machine alone = SmallNetwork.NewMachine();

        Assert.Equal(Outcome.Of(alone, 30), Outcome.Of(crowded, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallNetwork.NewMachine(0));
    }
}
