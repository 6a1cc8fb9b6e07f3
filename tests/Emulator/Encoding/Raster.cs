using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Tests.Encoding;

internal static class Raster
{
    /// <summary>The train as a flattened (timesteps, neurons) array of zeros and ones.</summary>
    public static byte[] Of(SpikeTrain train, int timesteps, int neurons)
    {
        byte[] raster = new byte[timesteps * neurons];
        for (int spike = 0; spike < train.Count; spike++)
        {
            raster[(train.Timesteps[spike] * neurons) + train.Neurons[spike]]++;
        }

        return raster;
    }
}
