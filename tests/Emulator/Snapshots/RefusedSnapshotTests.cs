using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Snapshots;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Tests.Running;

namespace Ganglion.Emulator.Tests.Snapshots;

/// <summary>What a machine cannot go on from is refused, and leaves it as it was.</summary>
public sealed class RefusedSnapshotTests
{
    public static TheoryData<string> Families => [.. Snapshots.Families.All.Keys];

    [Fact]
    public void Another_image_is_refused()
    {
        using Machine machine = SmallNetwork.NewMachine();
        machine.Run(20);
        ChipImage other = SmallNetwork.Image with { NetworkName = "other" };
        using var taker = new Machine(other, SmallNetwork.Chip, new MachineOptions { Seed = 11 });

        Diagnostic finding = Refused(taker, machine.Snapshot());

        Assert.Equal("GAN1705", finding.Code);
        Assert.StartsWith("image of network 'small' with hash ", finding.Found, StringComparison.Ordinal);
        Assert.StartsWith("image of network 'other' with hash ", finding.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_seed_is_refused()
    {
        using Machine machine = SmallNetwork.NewMachine();
        machine.Run(20);
        using var taker = new Machine(SmallNetwork.Image, SmallNetwork.Chip, new MachineOptions { Seed = 12 });

        Diagnostic finding = Refused(taker, machine.Snapshot());

        Assert.Equal(("GAN1706", "seed 11", "seed 12"), (finding.Code, finding.Found, finding.Allowed));
    }

    [Fact]
    public void Parts_that_do_not_fit_are_named()
    {
        using Machine machine = SmallNetwork.NewMachine();
        machine.Inject("outside", 30, [1]);
        machine.Run(20);
        MachineSnapshot sound = machine.Snapshot();
        StatePart core = sound.Parts[1];
        StateArray state = core.Arrays.Single(array => array.Name == "v");

        Check(sound with { Parts = [.. sound.Parts.Where(part => part != core)] }, "no state of this part");
        Check(Changed([.. core.Arrays.Where(array => array != state)]), $"'refractoryCounter' in elements of 4 bytes in place of 'v'");
        Check(Changed([.. core.Arrays.Select(array => array == state ? array with { Values = array.Values[4..] } : array)]), "7 values of 'v'");
        Check(Changed([.. core.Arrays.Select(array => array == state ? array with { Width = 8 } : array)]), "'v' in elements of 8 bytes in place of 'v'");
        Check(Changed([.. core.Arrays.Select(array => array.Name == "settled" ? array with { Values = [2] } : array)]), "2 as element 0 of 'settled'");
        Check(Changed([.. core.Arrays.Append(state)]), $"{core.Arrays.Count + 1} arrays");
        Check(Changed([.. core.Arrays.SkipLast(1)]), "the end in place of 'messages'");
        Check(sound with { Timestep = -1 }, "timestep -1");
        Check(sound with { Timestep = 30 }, "30 as element 0 of 'timesteps of injected spikes'");
        Check(sound with { Parts = [.. sound.Parts, core] }, "the part twice");

        void Check(MachineSnapshot snapshot, string found)
        {
            Diagnostic finding = Refused(machine, snapshot);
            Assert.Equal(("GAN1707", found), (finding.Code, finding.Found));
        }

        MachineSnapshot Changed(StateArray[] arrays) => sound with { Parts = [.. sound.Parts.Select(part => part == core ? part with { Arrays = arrays } : part)] };
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Hostile_values_are_refused_or_run(string family)
    {
        int refused = 0;
        int taken = 0;
        Snapshots.Families.All[family].Select(Gen.Int[0, 40], Gen.ULong).Sample(
            (network, timesteps, seed) =>
            {
                using var machine = new Machine(network.Image, network.Chip);
                machine.Run(timesteps);
                MachineSnapshot sound = machine.Snapshot();
                for (ulong variant = 0; variant < 12; variant++)
                {
                    using var taker = new Machine(network.Image, network.Chip, new MachineOptions { Workers = 2 });
                    if (Refusal(taker, Damaged(sound, seed + variant)) is null)
                    {
                        Interlocked.Increment(ref taken);
                        taker.Run(30);
                        taker.StateHash();
                    }
                    else
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
            },
            iter: 12);

        Assert.True(refused > 10 && taken > 10, $"{refused} refused and {taken} taken");
    }

    [Fact]
    public void Two_observers_of_one_name_are_refused()
    {
        using Machine machine = SmallNetwork.NewMachine();

        Assert.Throws<ArgumentException>(() => machine.Snapshot(new SpikeHash(), new SpikeHash()));
    }

    private static Diagnostic Refused(Machine machine, MachineSnapshot snapshot)
    {
        var hash = new SpikeHash();
        machine.Attach(hash);
        machine.Run(3);
        MachineSnapshot before = machine.Snapshot(hash);

        InvalidInputException? refusal = Refusal(machine, snapshot, hash);

        Assert.NotNull(refusal);
        Assert.All(refusal.Diagnostics, diagnostic => Assert.NotNull(diagnostic.Remedy));
        MachineSnapshot after = machine.Snapshot(hash);
        Assert.Equal(before.Timestep, after.Timestep);
        Assert.All(before.Parts.Zip(after.Parts), pair => Assert.Equal(
            pair.First.Arrays.Select(array => Convert.ToHexString(array.Values)), pair.Second.Arrays.Select(array => Convert.ToHexString(array.Values))));
        machine.Detach(hash);
        return refusal.Diagnostics[0];
    }

    private static InvalidInputException? Refusal(Machine machine, MachineSnapshot snapshot, params IEnumerable<SpikeHash> observers)
    {
        try
        {
            machine.Restore(snapshot, observers);
            return null;
        }
        catch (InvalidInputException e)
        {
            return e;
        }
    }

    /// <summary>Fills one array of one part at random.</summary>
    private static MachineSnapshot Damaged(MachineSnapshot snapshot, ulong seed)
    {
        var random = new CounterRandom(seed, RandomPurpose.Placement);
        int part = (int)(random.Draw(0) % (uint)snapshot.Parts.Count);
        StateArray[] arrays = [.. snapshot.Parts[part].Arrays];
        int array = (int)(random.Draw(1) % (uint)arrays.Length);
        byte[] values = [.. arrays[array].Values];
        bool isSmall = random.Draw(2) % 2 == 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = isSmall && i % arrays[array].Width > 0 ? (byte)0 : (byte)random.Draw(3 + (ulong)i);
        }

        arrays[array] = arrays[array] with { Values = values };
        return snapshot with { Parts = [.. snapshot.Parts.Select((old, index) => index == part ? old with { Arrays = arrays } : old)] };
    }
}
