using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>A group of neurons while its file is read.</summary>
internal sealed class SanaFeGroup(string name, SanaFeRegisters[] neurons, SourceLocation location)
{
    /// <summary>Name.</summary>
    public string Name => name;

    /// <summary>Where it is described.</summary>
    public SourceLocation Location => location;

    /// <summary>Number of neurons.</summary>
    public int Count => neurons.Length;

    /// <summary>Physical core of each neuron; −1 where none is given.</summary>
    public int[] Cores { get; } = Enumerable.Repeat(-1, neurons.Length).ToArray();

    /// <summary>Form in which the synapses that end at each neuron are held.</summary>
    public RowForm[] Encodings { get; } = Enumerable.Repeat(RowForm.Dense, neurons.Length).ToArray();

    /// <summary>The registers of all neurons.</summary>
    public LoihiNeurons ToNeurons() => new()
    {
        ThresholdMantissa = List(n => n.ThresholdMantissa),
        CurrentDecay = List(n => n.CurrentDecay),
        PotentialDecay = List(n => n.PotentialDecay),
        BiasMantissa = List(n => n.BiasMantissa),
        BiasExponent = List(n => n.BiasExponent),
        Refractory = List(n => n.Refractory),
        InitialPotential = List(n => n.InitialPotential),
    };

    private int[] List(Func<SanaFeRegisters, int> register)
    {
        int[] values = Array.ConvertAll(neurons, neuron => register(neuron));
        return values.Any(value => value != values[0]) ? values : values[..1];
    }
}
