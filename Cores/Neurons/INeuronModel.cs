using System.Runtime.Intrinsics;

namespace Ganglion.Cores.Neurons;

/// <summary>A neuron model: what one compartment does in one timestep.</summary>
/// <typeparam name="TSelf">The model itself, a struct, so that the JIT compiles one soma loop per model.</typeparam>
/// <remarks>
/// A model binds its columns once and then updates compartments in place. <see cref="Step(int, int)"/> is the definition;
/// <see cref="Step(int, Vector256{int}, ref SomaLanes)"/> does the same for eight compartments and is tested against it.
/// </remarks>
public interface INeuronModel<TSelf>
    where TSelf : struct, INeuronModel<TSelf>
{
    /// <summary>Name in chip specifications and images, e.g. <c>loihi-cuba-lif</c>.</summary>
    static abstract string Name { get; }

    /// <summary>Columns of the model: parameters first, then state variables.</summary>
    static abstract IReadOnlyList<NeuronVariable> Variables { get; }

    /// <summary>Makes a model that works on the columns of a table.</summary>
    /// <param name="table">Table with a column for each of <see cref="Variables"/>.</param>
    static abstract TSelf Bind(CompartmentTable table);

    /// <summary>The input that an accumulator of this model's dendrite stands for, before any scaling.</summary>
    /// <param name="accumulator">Accumulator as the synapses left it.</param>
    static abstract int Input(int accumulator);

    /// <summary>Updates one compartment.</summary>
    /// <param name="compartment">Compartment, from 0.</param>
    /// <param name="accumulator">Its dendrite accumulator of this timestep.</param>
    SomaStep Step(int compartment, int accumulator);

    /// <summary>Updates eight compartments.</summary>
    /// <param name="first">First compartment, a multiple of 8.</param>
    /// <param name="accumulator">Their dendrite accumulators of this timestep.</param>
    /// <param name="lanes">Receives spikes and activity of the eight, and gathers changes.</param>
    void Step(int first, Vector256<int> accumulator, ref SomaLanes lanes);
}
