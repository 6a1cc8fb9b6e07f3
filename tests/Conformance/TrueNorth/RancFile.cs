using System.Text.Json;
using Ganglion.Compiler;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.TrueNorth;

/// <summary>A file of the family <c>truenorth-ranc</c>.</summary>
internal static class RancFile
{
    private const string Published = "repo_example_input.expected";

    /// <summary>The cases of a file.</summary>
    /// <param name="family">What the names of the cases begin with.</param>
    /// <param name="path">Path of the file.</param>
    public static IEnumerable<VectorCase> Cases(string family, string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string id = $"{family}/{name}";
        if (JsonVectors.TryOpen(path, out string problem) is not { } root)
        {
            return [VectorCase.Broken(id, problem)];
        }

        if (!root.TryGetProperty("input", out _))
        {
            return [name == Published
                ? VectorCase.Skipped(id, "the file holds the outputs of a network that it does not describe")
                : VectorCase.Broken(id, "The file describes no network.")];
        }

        // Several neurons or packets on one axon are beyond what a network describes; such a vector is run axon by axon only.
        VectorCase asGiven = new(id, () => Check(root));
        return RancNetwork.CanDescribe(new RancVector(root)) ? [asGiven, new VectorCase($"{id}, compiled", () => CheckCompiled(root))] : [asGiven];
    }

    private static void Check(JsonElement root)
    {
        var vector = new RancVector(root);
        string hash = RancRun.Check(vector, RancImage.Build(vector), workers: 1);
        Assert.Equal(hash, RancRun.Check(vector, RancImage.Build(vector), workers: 2));
    }

    /// <summary>A vector as a network: synapses with weights, from which the compiler finds axons and types.</summary>
    private static void CheckCompiled(JsonElement root)
    {
        var vector = new RancVector(root);
        CompilationResult compiled = NetworkCompiler.Compile(RancNetwork.Build(vector), vector.Spec);
        string hash = RancRun.Check(vector, compiled.Image, workers: 1);
        Assert.Equal(hash, RancRun.Check(vector, compiled.Image, workers: 2));
    }
}
