namespace Ganglion.Compiler.Networks;

/// <summary>The sentences that several connectivities share.</summary>
internal static class ConnectivityChecks
{
    public static IEnumerable<string> Weights(IReadOnlyList<double> weights)
    {
        int bad = 0;
        int first = -1;
        for (int i = 0; i < weights.Count; i++)
        {
            if (!double.IsFinite(weights[i]))
            {
                bad++;
                first = first < 0 ? i : first;
            }
        }

        if (bad > 0)
        {
            yield return $"{bad} of {weights.Count} weights are not finite; the first is number {first}, {weights[first]}";
        }
    }

    public static IEnumerable<string> Delays(IReadOnlyList<int> delays)
    {
        for (int i = 0; i < delays.Count; i++)
        {
            if (delays[i] is < 0 or > Connectivity.MaximumDelay)
            {
                yield return $"delay number {i} is {delays[i]} timesteps, not within 0..{Connectivity.MaximumDelay}";
                yield break;
            }
        }
    }

    public static IEnumerable<string> Size(string side, double declared, IReadOnlyList<int> shape)
    {
        if (declared != shape.Volume())
        {
            yield return $"it is made for {declared} {side} neurons, but the {side} population has shape {shape.Text()}, {shape.Volume()} neurons";
        }
    }
}
