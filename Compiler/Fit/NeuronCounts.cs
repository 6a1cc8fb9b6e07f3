namespace Ganglion.Compiler.Fit;

/// <summary>A number for every neuron of a population, held once where all are equal.</summary>
internal sealed class NeuronCounts
{
    private readonly int _uniform;
    private readonly int[]? _each;

    /// <summary>Creates it with the same number for all.</summary>
    public NeuronCounts(int neurons, int uniform) => (Neurons, _uniform) = (neurons, uniform);

    /// <summary>Creates it with one number per neuron.</summary>
    public NeuronCounts(int[] each) => (Neurons, _each) = (each.Length, each);

    /// <summary>Number of neurons.</summary>
    public int Neurons { get; }

    /// <summary>Whether all neurons have the same number.</summary>
    public bool IsUniform => _each is null;

    /// <summary>Number of one neuron.</summary>
    public int this[int neuron] => _each is null ? _uniform : _each[neuron];

    /// <summary>Sum over all neurons of a function of their numbers.</summary>
    public double Sum(Func<int, double> of) => _each is null ? Neurons * of(_uniform) : _each.Sum(of);
}
