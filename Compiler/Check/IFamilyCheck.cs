using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>What the chips of one family demand of neurons and weights, beside what holds for every network.</summary>
internal interface IFamilyCheck
{
    /// <summary>Checks what populations and projections need together.</summary>
    /// <param name="network">The network, whose names and shapes are sound.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    void CheckNetwork(Network network, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
    }

    /// <summary>Checks the parameters of a population.</summary>
    /// <param name="population">The population.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="path">What to call the population in a finding.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    void CheckNeurons(NeuronPopulation population, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics);

    /// <summary>Checks the weight unit of a projection against the chip and its target.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="target">Where it ends.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="path">What to call the projection in a finding.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    void CheckUnit(Projection projection, NeuronPopulation target, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics);

    /// <summary>The integers that a weight can be.</summary>
    /// <param name="unit">What the weights mean.</param>
    /// <param name="chip">The chip.</param>
    IntegerRange AllowedWeights(IntegerWeights unit, ChipSpec.Spec.ChipSpec chip);

    /// <summary>How far populations run behind the network; by default because every spike takes at least one timestep.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sourceOf">Index of the source population of every projection.</param>
    /// <param name="targetOf">Index of the target population of every projection.</param>
    /// <param name="statistics">What the delays of every projection are like.</param>
    /// <param name="diagnostics">Receives delays that the chip cannot keep.</param>
    PipelineDepth Depth(Network network, int[] sourceOf, int[] targetOf, SynapseStatistics[] statistics, DiagnosticBag diagnostics) =>
        PipelineDepth.Find(network, sourceOf, targetOf, statistics, diagnostics);
}
