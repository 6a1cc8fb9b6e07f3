using System.IO.Hashing;
using System.Text;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Allocate;

/// <summary>Hash of everything that determines what a network computes.</summary>
internal static class NetworkHash
{
    /// <summary>XXH128 of a network, 32 hexadecimal digits.</summary>
    public static string Compute(Network network)
    {
        XxHash128 hash = new();
        Add(hash, $"{network.Name}|{network.TimestepSeconds:R}|{string.Join(',', network.Outputs)}");
        foreach (Population population in network.Populations)
        {
            Add(hash, $"{population.Name}|{string.Join(',', population.Shape)}");
            AddPopulation(hash, population);
        }

        foreach (Projection projection in network.Projections)
        {
            Add(hash, $"{projection.Name}|{projection.Source}|{projection.Target}|{projection.Unit}|{projection.Encoding}");
            Add(hash, projection.Connectivity.GetType().Name);
            projection.Connectivity.AddTo(hash);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static void AddPopulation(XxHash128 hash, Population population)
    {
        switch (population)
        {
            case SourcePopulation { Source: ListSource list }:
                Add(hash, $"list|{string.Join(',', list.Timesteps)}|{string.Join(',', list.Neurons)}");
                break;
            case SourcePopulation { Source: PoissonSource poisson }:
                Add(hash, $"poisson|{Join(poisson.Probability)}");
                break;
            case SourcePopulation:
                Add(hash, "external");
                break;
            case NeuronPopulation neurons:
                Add(hash, neurons.PinnedCores is null ? "free" : string.Join(',', neurons.PinnedCores));
                AddNeurons(hash, neurons.Neurons);
                break;
        }
    }

    private static void AddNeurons(XxHash128 hash, NeuronParameters parameters)
    {
        switch (parameters)
        {
            case CurrentBasedNeurons n:
                Add(hash, $"current-based|{Join(n.CurrentDecay)}|{Join(n.CurrentGain)}|{Join(n.PotentialDecay)}|{Join(n.InputGain)}|{Join(n.Bias)}");
                Add(hash, $"{Join(n.Threshold)}|{Join(n.Reset)}|{n.ResetMode}|{Join(n.Refractory)}|{Join(n.InitialPotential)}");
                break;
            case LoihiNeurons n:
                Add(hash, $"loihi|{Join(n.CurrentDecay)}|{Join(n.PotentialDecay)}|{Join(n.ThresholdMantissa)}|{Join(n.BiasMantissa)}|{Join(n.BiasExponent)}");
                Add(hash, $"{Join(n.Refractory)}|{Join(n.MinimumExponent)}|{Join(n.MaximumExponent)}|{Join(n.InitialCurrent)}|{Join(n.InitialPotential)}");
                break;
        }
    }

    private static string Join(IEnumerable<int> values) => string.Join(',', values);

    private static string Join(IEnumerable<double> values) => string.Join(',', values.Select(v => v.ToString("R")));

    private static void Add(XxHash128 hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.Append(BitConverter.GetBytes(bytes.Length));
        hash.Append(bytes);
    }
}
