using System.Numerics;
using Ganglion.ChipSpec.Image;
using Ganglion.Server.Options;

namespace Ganglion.Server.Keys;

/// <summary>Which 32-bit key stands for which neuron outside of the machine.</summary>
/// <remarks>
/// Unless a user chooses otherwise, populations take blocks of 65,536 keys in the order of the network, larger ones several: the upper half
/// of a key names the population and the lower half the neuron, so that packets with 16-bit keys and a prefix fit.
/// </remarks>
public sealed class KeyMap
{
    /// <summary>Keys that a population takes at least.</summary>
    private const uint Block = 65_536;

    private readonly KeyRange[] _byKey;
    private readonly KeyRange[] _byNeuron;

    private KeyMap(IEnumerable<KeyRange> ranges)
    {
        _byNeuron = [.. ranges.Where(range => range.Count > 0).OrderBy(range => range.FirstNeuron)];
        _byKey = [.. _byNeuron.OrderBy(range => range.BaseKey)];
    }

    /// <summary>Ranges in the order of their populations; without those that have no neuron.</summary>
    public IReadOnlyList<KeyRange> Ranges => _byNeuron;

    /// <summary>Gives keys to all populations of an image.</summary>
    /// <param name="image">The image.</param>
    /// <exception cref="ArgumentException">There are more neurons than keys.</exception>
    public static KeyMap Of(ChipImage image)
    {
        List<KeyRange> ranges = [];
        long next = 0;
        foreach ((int index, PopulationImage population) in image.Populations.Index())
        {
            long size = Math.Max(Block, BitOperations.RoundUpToPowerOf2((uint)Math.Max(population.Count, 1)));
            long first = (next + size - 1) / size * size;
            next = first + size;
            if (next > uint.MaxValue)
            {
                throw new ArgumentException($"The network has more neurons than there are keys of 32 bits; population '{population.Name}' finds none.", nameof(image));
            }

            ranges.Add(new KeyRange(index, population.Name, (uint)first, ~(uint)(size - 1), population.Count, population.FirstNeuron));
        }

        return new KeyMap(ranges);
    }

    /// <summary>The keys of some populations, with choices of a user.</summary>
    /// <param name="populations">Names of populations.</param>
    /// <param name="choices">Choices; those for other populations have no effect.</param>
    public KeyMap Select(IEnumerable<string> populations, IEnumerable<KeyChoice> choices)
    {
        var chosen = choices.ToDictionary(choice => choice.Population, choice => choice.BaseKey, StringComparer.Ordinal);
        HashSet<string> wanted = [.. populations];
        return new KeyMap(_byNeuron.Where(range => wanted.Contains(range.Name))
            .Select(range => chosen.TryGetValue(range.Name, out uint key) ? Chosen(range, key) : range));
    }

    /// <summary>Two populations that share keys, if there are any.</summary>
    public (KeyRange First, KeyRange Second)? FindOverlap()
    {
        for (int i = 1; i < _byKey.Length; i++)
        {
            if (_byKey[i - 1].End > _byKey[i].BaseKey)
            {
                return (_byKey[i - 1], _byKey[i]);
            }
        }

        return null;
    }

    /// <summary>Finds the neuron of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="population">Index of its population.</param>
    /// <param name="neuron">Its place in the population.</param>
    /// <returns>Whether the key stands for a neuron.</returns>
    public bool TryLocate(uint key, out int population, out int neuron)
    {
        int low = 0;
        int high = _byKey.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            KeyRange range = _byKey[middle];
            if (key < range.BaseKey)
            {
                high = middle - 1;
            }
            else if (key >= range.End)
            {
                low = middle + 1;
            }
            else
            {
                population = range.Population;
                neuron = (int)(key - range.BaseKey);
                return true;
            }
        }

        population = neuron = -1;
        return false;
    }

    /// <summary>The key of a neuron.</summary>
    /// <param name="neuron">Logical id of a neuron of one of the populations.</param>
    /// <exception cref="ArgumentOutOfRangeException">Its population has no keys here.</exception>
    public uint KeyOf(int neuron)
    {
        int low = 0;
        int high = _byNeuron.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            KeyRange range = _byNeuron[middle];
            if (neuron < range.FirstNeuron)
            {
                high = middle - 1;
            }
            else if (neuron >= range.FirstNeuron + range.Count)
            {
                low = middle + 1;
            }
            else
            {
                return range.BaseKey + (uint)(neuron - range.FirstNeuron);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(neuron), neuron, "The neuron has no key.");
    }

    /// <summary>A range that begins elsewhere; its mask is that of the smallest aligned block around it.</summary>
    private static KeyRange Chosen(KeyRange range, uint key)
    {
        uint differs = key ^ (uint)Math.Min((long)key + range.Count - 1, uint.MaxValue);
        uint mask = differs == 0 ? uint.MaxValue : (uint)~((1UL << (32 - BitOperations.LeadingZeroCount(differs))) - 1);
        return range with { BaseKey = key, Mask = mask };
    }
}
