using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.Emulator.Faults;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Tests.Learning;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Snapshots;

/// <summary>A run that goes on from a snapshot is the run that never stopped.</summary>
public sealed class ResumedRunTests
{
    public static TheoryData<string> Families => [.. Snapshots.Families.All.Keys];

    [Theory]
    [MemberData(nameof(Families))]
    public void Any_split_over_any_workers_gives_the_whole_run(string family)
    {
        long spikes = 0;
        Snapshots.Families.All[family].Select(Gen.Int[0, 130], Gen.Int[1, 130], Gen.Int[1, 4], Gen.Int[1, 4], Gen.ULong).Sample(
            (network, first, second, workers, others, seed) =>
                Interlocked.Add(ref spikes, Compare(network.Image, network.Chip, first, second, new MachineOptions { Seed = seed, Workers = workers }, others)),
            iter: 25);

        Assert.True(spikes > 3_000, $"Only {spikes} spikes after the snapshots of all networks; the comparison says nothing.");
    }

    [Fact]
    public void Injected_spikes_that_have_not_fired_go_on()
    {
        using Machine whole = SmallNetwork.NewMachine();
        using Machine first = SmallNetwork.NewMachine(2);
        using Machine second = SmallNetwork.NewMachine(3);
        foreach (Machine machine in (Machine[])[whole, first])
        {
            machine.Inject("outside", 0, [1]);
            machine.Inject("outside", 30, [3, 0, 3]);
            machine.Inject("outside", 12, [2]);
            machine.Inject("outside", 31, [1, 2]);
        }

        Outcome expected = Outcome.Of(whole, 60);
        Outcome begun = Outcome.Of(first, 20);
        second.Restore(first.Snapshot());
        Outcome ended = Outcome.Of(second, 40);

        Assert.Equal(expected.State, ended.State);
        Assert.Equal(expected.Steps, begun.Steps + ended.Steps);
        Assert.Throws<ArgumentException>(() => second.Inject("outside", 60, [0]));
    }

    [Fact]
    public void A_machine_that_has_not_begun_can_be_noted()
    {
        using Machine first = SmallNetwork.NewMachine();
        first.Inject("outside", 0, [1]);
        using Machine second = SmallNetwork.NewMachine(2);
        second.Run(50);

        second.Restore(first.Snapshot());

        Assert.Equal((0, 0), (second.Timestep, second.TotalTimesteps));
        Assert.Equal(Outcome.Of(first, 60), Outcome.Of(second, 60));
    }

    [Fact]
    public void A_reset_after_restoring_comes_back_to_what_learning_began_with()
    {
        ChipImage image = Compiler.NetworkCompiler.Compile(PlasticNetworks.Build(30, 5, 0.3, 6, 2), PlasticNetworks.Chip(16)).Image;
        var options = new MachineOptions { Seed = 4 };
        using var teacher = new Machine(image, PlasticNetworks.Chip(16), options);
        teacher.Run(200);
        using var first = new Machine(image, PlasticNetworks.Chip(16), options);
        first.LoadLearned(teacher.ReadLearned());
        first.Run(100);
        using var second = new Machine(image, PlasticNetworks.Chip(16), options with { Workers = 2 });

        second.Restore(first.Snapshot());

        Assert.Equal(300, second.ReadLearned().Timesteps);
        second.Reset();
        LearnedStateTests.AssertEqual(teacher.ReadLearned(), second.ReadLearned());
        using var plain = new Machine(image, PlasticNetworks.Chip(16), options);
        first.Restore(plain.Snapshot());
        first.Reset();
        LearnedStateTests.AssertEqual(plain.ReadLearned(), first.ReadLearned());
    }

    [Fact]
    public void Faults_strike_as_in_the_whole_run_and_are_counted_on()
    {
        FaultPlan plan = FaultPlanReader.Read(
            "{seed: 5, faults: [{kind: eventLoss, probability: 0.1}, {kind: weightBitFlip, probability: 0.01}, {kind: deadCore, core: 2, from: 15}, {kind: stuckNeuron, population: a, neurons: [7], from: 30}]}",
            "plan.yaml");
        var options = new MachineOptions { Seed = 11, Faults = plan };
        using var whole = new Machine(SmallNetwork.Image, SmallNetwork.Chip, options);
        using var first = new Machine(SmallNetwork.Image, SmallNetwork.Chip, options with { Workers = 3 });
        using var second = new Machine(SmallNetwork.Image, SmallNetwork.Chip, options with { Workers = 2 });

        Outcome expected = Outcome.Of(whole, 60);
        first.Run(25);
        second.Restore(first.Snapshot());
        second.Run(35);

        Assert.Equal(expected.State, second.StateHash());
        Assert.All(whole.Faults, fault => Assert.True(fault.Touched > 0));
        Assert.Equal(whole.Faults.Select(fault => fault.Touched), second.Faults.Select(fault => fault.Touched));
    }

    private static long Compare(ChipImage image, ChipSpec.Spec.ChipSpec chip, int first, int second, MachineOptions options, int others)
    {
        using var whole = new Machine(image, chip, options with { Workers = 1 });
        Outcome expected = Outcome.Of(whole, first + second);
        using var alone = new Machine(image, chip, options with { Workers = 1 });
        alone.Run(first);
        using var one = new Machine(image, chip, options);
        var hash = new SpikeHash();
        var steps = new StepLog();
        one.Attach(hash);
        one.Attach(steps);
        one.Run(first);
        MachineSnapshot snapshot = Reread(one.Snapshot(hash));
        Assert.Equal(Bytes(alone.Snapshot()), Bytes(one.Snapshot()));

        using var other = new Machine(image, chip, options with { Workers = others, AssignmentSeed = options.Seed });
        var restored = new SpikeHash();
        other.Run(second);
        other.Attach(restored);
        other.Attach(steps);
        other.Restore(snapshot, restored);
        Assert.Equal(one.StateHash(), other.StateHash());
        Assert.Equal(Bytes(snapshot), Bytes(other.Snapshot(restored)));
        other.Run(second);

        Assert.Equal(expected, Outcome.Of(other, restored, steps));
        Assert.Equal(Counts(whole), Counts(other));
        Assert.Equal(whole.ChipTime().Select(time => time.Seconds), other.ChipTime().Select(time => time.Seconds));
        LearnedStateTests.AssertEqual(whole.ReadLearned(), other.ReadLearned());
        Assert.Equal(Bytes(whole.Snapshot()), Bytes(other.Snapshot()));
        return restored.Count - hash.Count;
    }

    private static string Counts(Machine machine)
    {
        Ledger ledger = machine.Ledger();
        return $"{ledger.Timesteps} {ledger.SourceMessages} " + string.Join('\n', ledger.Cores.Select(core =>
            string.Join(' ', System.Runtime.InteropServices.MemoryMarshal.Cast<Cores.CoreCounters, long>([core.Counters]).ToArray())));
    }

    private static byte[] Bytes(MachineSnapshot snapshot)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.snapshot");
        SnapshotFile.Write(snapshot, path);
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static MachineSnapshot Reread(MachineSnapshot snapshot)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.snapshot");
        SnapshotFile.Write(snapshot, path);
        MachineSnapshot read = SnapshotFile.Read(path);
        File.Delete(path);
        return read;
    }
}
