using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Tests.Encoding;

public sealed class BinaryThresholdCodeTests : SpikeCodeContractTests
{
    private protected override ISpikeCode Code => new BinaryThresholdCode(threshold: 0.5);

    [Fact]
    public void The_threshold_itself_fires() => Assert.Equal([1, 2], Code.Encode([0.4999, 0.5, 1.0], 4).Neurons);

    [Fact]
    public void All_spikes_are_in_the_first_timestep() => Assert.Equal([9, 9], Code.Encode([0.6, 0.7], 4, firstTimestep: 9).Timesteps);
}
