using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>A neuron model whose spikes carry an integer: what compartments do in one timestep.</summary>
/// <typeparam name="TSelf">The model itself, a struct, so that the JIT compiles one soma loop per model.</typeparam>
/// <remarks>
/// The equations are written once, for any number of compartments at a time. Arithmetic is 64-bit inside a step unless a model says
/// otherwise; state variables are 32-bit registers and wrap when they are stored. A compartment that is at rest and gets no input stays as
/// it is and stays silent.
/// </remarks>
public interface IGradedModel<TSelf>
    where TSelf : struct, IGradedModel<TSelf>
{
    /// <summary>Name in chip specifications and images, e.g. <c>loihi2-sigma-delta</c>.</summary>
    static abstract string Name { get; }

    /// <summary>Inputs of a compartment, 1 or 2, each with an accumulator of its own.</summary>
    static abstract int Ports { get; }

    /// <summary>Columns of the model: parameters first, then state variables.</summary>
    static abstract IReadOnlyList<NeuronVariable> Variables { get; }

    /// <summary>Makes a model that works on the columns of a table.</summary>
    /// <param name="table">Table with a column for each of <see cref="Variables"/>.</param>
    static abstract TSelf Bind(CompartmentTable table);

    /// <summary>Updates neighbouring compartments, as many as there are lanes.</summary>
    /// <typeparam name="TLanes">One compartment at a time, or several.</typeparam>
    /// <param name="first">First compartment, a multiple of the number of lanes.</param>
    /// <param name="input">Input of the first port: the sum of weight · payload, exponent applied.</param>
    /// <param name="second">Input of the second port; 0 where the model has one.</param>
    GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>;
}
