using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Faults;
using Ganglion.Emulator.Sessions;
using Ganglion.Emulator.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace Ganglion.Emulator.Tests.Sessions;

/// <summary>A machine on a thread of its own, by three clocks.</summary>
public sealed class SessionTests
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lockstep", ClockKind.Lockstep, 1)]
    [InlineData("paced", ClockKind.Paced, 1)]
    [InlineData("paced:0.25", ClockKind.Paced, 0.25)]
    [InlineData("free", ClockKind.Free, 1)]
    public void A_clock_is_read_and_written(string text, ClockKind kind, double scale)
    {
        SessionClock clock = SessionClock.TryParse(text)!;

        Assert.Equal((kind, scale), (clock.Kind, clock.Scale));
        Assert.Equal(clock, SessionClock.TryParse(clock.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("paced:")]
    [InlineData("paced:0")]
    [InlineData("paced:-1")]
    [InlineData("paced:NaN")]
    [InlineData("paced:1e999")]
    [InlineData("Free")]
    public void Other_texts_are_no_clock(string text) => Assert.Null(SessionClock.TryParse(text));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task In_lockstep_the_machine_never_passes_the_grant(int workers)
    {
        using Machine machine = SmallNetwork.NewMachine(workers);
        using var session = new Session(machine, new SessionClock(ClockKind.Lockstep), TimeProvider.System);
        session.Start();
        Assert.Equal(0, await session.InvokeAsync(m => m.Timestep));
        Assert.Equal(3, session.Grant(3, Ending));
        Assert.Equal(3, await session.InvokeAsync(m => m.Timestep));
        Task<long> first = session.GrantAsync(4);
        Task<long> second = session.GrantAsync(5);
        Assert.Equal((7, 12), (await first, await second));
        session.GrantUntil(10);
        session.GrantUntil(13);
        Assert.Equal(14, session.Grant(1, Ending));
        Assert.Equal(14, await session.InvokeAsync(m => m.Timestep));
        await session.StopAsync();

        Assert.Equal(SessionState.Stopped, session.State);
        Assert.Throws<InvalidOperationException>(() => session.Grant(1, Ending));
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.InvokeAsync(m => m.Timestep));
    }

    [Fact]
    public async Task Steps_that_are_granted_one_by_one_are_those_of_one_run()
    {
        using Machine whole = SmallNetwork.NewMachine();
        whole.Run(200);
        using Machine stepped = SmallNetwork.NewMachine(2);
        using var session = new Session(stepped, new SessionClock(ClockKind.Lockstep), TimeProvider.System);
        session.Start();
        for (int i = 0; i < 200; i++)
        {
            session.Grant(1, Ending);
        }

        Assert.Equal(whole.StateHash(), await session.InvokeAsync(m => m.StateHash()));
    }

    [Fact]
    public async Task A_long_grant_is_interrupted_by_commands_and_by_a_stop()
    {
        using Machine machine = SmallNetwork.NewMachine(2);
        using var session = new Session(machine, new SessionClock(ClockKind.Lockstep), TimeProvider.System);
        session.Start();
        Task<long> granted = session.GrantAsync(long.MaxValue / 4);
        long before = await session.InvokeAsync(m => m.Timestep);
        long after = before;
        while (after == before)
        {
            after = await session.InvokeAsync(m => m.Timestep);
        }

        await session.StopAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => granted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_free_session_runs_until_it_is_stopped_and_answers_meanwhile(int workers)
    {
        using Machine machine = SmallNetwork.NewMachine(workers);
        using var session = new Session(machine, new SessionClock(ClockKind.Free), TimeProvider.System);
        session.Start();
        long last = -1;
        for (int i = 0; i < 50; i++)
        {
            long now = await session.InvokeAsync(m => m.Timestep);
            Assert.True(now >= last);
            last = now;
        }

        session.Pause();
        long paused = await session.InvokeAsync(m => m.Timestep);
        await Task.Delay(20, Ending);
        Assert.Equal(paused, await session.InvokeAsync(m => m.Timestep));
        Assert.Equal(SessionState.Paused, session.State);
        session.Resume();
        while (await session.InvokeAsync(m => m.Timestep) == paused)
        {
            await Task.Yield();
        }

        await session.StopAsync();
        Assert.Equal(machine.Timestep, session.Timestep);
        Assert.Throws<InvalidOperationException>(() => session.Grant(1, Ending));
    }

    [Fact]
    public async Task A_paced_session_follows_the_wall_clock_and_counts_what_is_late()
    {
        var time = new FakeTimeProvider();
        using Machine machine = SmallNetwork.NewMachine();
        using var session = new Session(machine, new SessionClock(ClockKind.Paced) { Timestep = TimeSpan.FromMilliseconds(10), Scale = 2 }, time);
        session.Start();
        await Reaches(session, 1);
        await Task.Delay(30, Ending);
        Assert.Equal(1, session.Timestep);
        time.Advance(TimeSpan.FromMilliseconds(19));
        await Task.Delay(30, Ending);
        Assert.Equal(1, session.Timestep);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await Reaches(session, 2);
        Assert.Equal(new DeadlineReport(2, 0, TimeSpan.Zero), session.Deadlines);

        // At 90 ms timesteps 3, 4 and 5 are due; 3 should have ended at 60 ms and 4 at 80 ms.
        time.Advance(TimeSpan.FromMilliseconds(70));
        await Reaches(session, 5);
        await session.StopAsync();
        Assert.Equal(5, machine.Timestep);
        Assert.Equal((2L, 30), (session.Deadlines.Missed, session.Deadlines.WorstLateness.Milliseconds));
    }

    [Fact]
    public async Task A_pause_forgets_no_missed_deadline_and_makes_no_new_one()
    {
        var time = new FakeTimeProvider();
        using Machine machine = SmallNetwork.NewMachine();
        using var session = new Session(machine, new SessionClock(ClockKind.Paced) { Timestep = TimeSpan.FromMilliseconds(10) }, time);
        session.Start();
        await Reaches(session, 1);
        time.Advance(TimeSpan.FromMilliseconds(25));
        await Reaches(session, 3);
        DeadlineReport before = session.Deadlines;
        Assert.Equal(1, before.Missed);
        session.Pause();
        await session.InvokeAsync(_ => 0);
        time.Advance(TimeSpan.FromSeconds(1));
        session.Resume();
        await Reaches(session, 4);
        await session.StopAsync();

        Assert.Equal(before with { Timesteps = 4 }, session.Deadlines);
    }

    [Fact]
    public async Task A_clock_that_is_too_fast_makes_timesteps_due_earlier()
    {
        var time = new FakeTimeProvider();
        var options = new MachineOptions { Faults = FaultPlanReader.Read("faults: [{kind: clockSkew, speed: 2}]", "plan.yaml") };
        using var machine = new Machine(SmallNetwork.Image, SmallNetwork.Chip, options);
        using var session = new Session(machine, new SessionClock(ClockKind.Paced) { Timestep = TimeSpan.FromMilliseconds(10) }, time);
        session.Start();
        await Reaches(session, 1);
        time.Advance(TimeSpan.FromMilliseconds(4));
        await Task.Delay(20, Ending);
        Assert.Equal(1, session.Timestep);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await Reaches(session, 2);

        Assert.Equal((1L, "clocks changed"), (machine.Faults[0].Touched, machine.Faults[0].Unit));
    }

    [Fact]
    public async Task A_failing_device_fails_the_session_and_all_who_wait()
    {
        using Machine machine = SmallNetwork.NewMachine();
        machine.Connect(new Failing(), [], []);
        using var session = new Session(machine, new SessionClock(ClockKind.Lockstep), TimeProvider.System);
        session.Start();
        Task<long> granted = session.GrantAsync(10);

        await Assert.ThrowsAsync<InvalidOperationException>(() => granted);
        await Assert.ThrowsAsync<WorkerFailedException>(() => session.Completion);
        Assert.Equal(SessionState.Failed, session.State);
        await session.StopAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.InvokeAsync(m => m.Timestep));
    }

    [Fact]
    public async Task A_command_that_fails_hurts_nobody_else()
    {
        using Machine machine = SmallNetwork.NewMachine();
        using var session = new Session(machine, new SessionClock(ClockKind.Lockstep), TimeProvider.System);
        session.Start();

        await Assert.ThrowsAsync<TimeoutException>(() => session.InvokeAsync<int>(_ => throw new TimeoutException()));
        Assert.Equal(1, session.Grant(1, Ending));
    }

    [Fact]
    public void A_waiting_client_can_give_up()
    {
        using Machine machine = SmallNetwork.NewMachine();
        using var session = new Session(machine, new SessionClock(ClockKind.Lockstep), TimeProvider.System);
        session.Pause();
        session.Start();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        Assert.ThrowsAny<OperationCanceledException>(() => session.Grant(1, patience.Token));
    }

    private static async Task Reaches(Session session, long timestep)
    {
        while (session.Timestep < timestep)
        {
            await Task.Delay(1, Ending);
        }
    }

    private sealed class Failing : IDevice
    {
        public void Send(long timestep, DeviceInput input)
        {
            if (timestep == 5)
            {
                throw new TimeoutException();
            }
        }

        public void Receive(long timestep, ReadOnlySpan<DeviceSpike> spikes)
        {
        }
    }
}
