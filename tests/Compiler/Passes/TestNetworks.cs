using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>Networks and expectations that the tests of the passes share.</summary>
internal static class TestNetworks
{
    /// <summary>Sources onto one population.</summary>
    public static Network Feedforward(int sources, int neurons, NeuronParameters parameters, Connectivity connectivity, WeightUnit? unit = null) =>
        Create(
            [Inputs(sources), Neurons("neurons", neurons, parameters)],
            [Project("forward", "inputs", "neurons", connectivity, unit)]);

    public static Network Create(Population[] populations, Projection[] projections) =>
        new() { Name = "test", Populations = populations, Projections = projections };

    public static SourcePopulation Inputs(int count, string name = "inputs") =>
        new() { Name = name, Shape = [count], Source = new ExternalSource() };

    public static NeuronPopulation Neurons(string name, int count, NeuronParameters parameters, int[]? pins = null) =>
        new() { Name = name, Shape = [count], Neurons = parameters, PinnedCores = pins };

    public static Projection Project(string name, string source, string target, Connectivity connectivity, WeightUnit? unit = null) =>
        new() { Name = name, Source = source, Target = target, Connectivity = connectivity, Unit = unit ?? WeightUnit.Physical };

    public static CurrentBasedNeurons Integrators(double threshold = 1.0) => new() { Threshold = [threshold] };

    /// <summary>Compiles, expecting a refusal.</summary>
    public static IReadOnlyList<Diagnostic> Refusal(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions? options = null) =>
        Assert.Throws<InvalidInputException>(() => NetworkCompiler.Compile(network, chip, options)).Diagnostics;
}
