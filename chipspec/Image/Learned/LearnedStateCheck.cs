using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>Checks what a network has learned: that it is sound, and that an image can take it.</summary>
public static class LearnedStateCheck
{
    /// <summary>Smallest tag.</summary>
    public const short SmallestTag = -257;

    /// <summary>Largest weight, tag and delay variable.</summary>
    public const short Largest = 255;

    private const int MaximumNeurons = 1 << 30;

    /// <summary>Checks a state by itself.</summary>
    /// <param name="state">The state.</param>
    /// <param name="fileName">Name that messages give; <see langword="null"/> for a state that was not read from a file.</param>
    /// <returns>Everything that is wrong, up to a bound; empty when nothing is.</returns>
    public static IReadOnlyList<Diagnostic> Run(LearnedState state, string? fileName = null)
    {
        var findings = new ViolationCollector();
        HashSet<string> names = new(StringComparer.Ordinal);
        if (state.Timesteps < 0)
        {
            findings.Add(
                StateDiagnostics.Contradiction, new SourceLocation(fileName, Path: "learned state"), $"{state.Timesteps} timesteps of learning", "at least 0", "learn again");
        }

        foreach (LearnedProjection projection in state.Projections)
        {
            SourceLocation location = At(fileName, projection.Name);
            if (!names.Add(projection.Name))
            {
                findings.Add(StateDiagnostics.Contradiction, location, "the projection twice", "every projection once", "learn again");
            }

            if (IsComplete(projection, location, findings))
            {
                CheckRanges(projection, fileName, findings);
            }
        }

        return findings.Diagnostics;
    }

    /// <summary>Checks that an image can take a sound state.</summary>
    /// <param name="state">A state that <see cref="Run(LearnedState, string?)"/> accepts.</param>
    /// <param name="image">The image.</param>
    /// <param name="fileName">Name of the state that messages give; <see langword="null"/> for a state that was not read from a file.</param>
    /// <returns>Everything that is wrong; empty when nothing is.</returns>
    public static IReadOnlyList<Diagnostic> Run(LearnedState state, ChipImage image, string? fileName = null)
    {
        var findings = new ViolationCollector();
        if (state.NetworkHash != image.NetworkHash)
        {
            Report(null, $"network '{state.NetworkName}' with hash {state.NetworkHash}", $"network '{image.NetworkName}' with hash {image.NetworkHash}");
            return findings.Diagnostics;
        }

        string[] expected = [.. image.Plastic.Select(projection => projection.Name)];
        string[] found = [.. state.Projections.Select(projection => projection.Name)];
        if (!expected.SequenceEqual(found, StringComparer.Ordinal))
        {
            Report(null, $"{found.Length} plastic projections: {string.Join(", ", found)}", $"{expected.Length}: {string.Join(", ", expected)}");
            return findings.Diagnostics;
        }

        for (int i = 0; i < found.Length; i++)
        {
            Compare(state.Projections[i], LearnedProjection.Of(image, image.Plastic[i]));
        }

        return findings.Diagnostics;

        void Compare(LearnedProjection of, LearnedProjection with)
        {
            Expect(of.Sign == with.Sign, of.Name, $"weights that are {of.Sign}", $"{with.Sign}");
            Expect(of.WeightExponent == with.WeightExponent, of.Name, $"weights with exponent {of.WeightExponent}", $"exponent {with.WeightExponent}");
            Expect(
                of.PotentialScale.Equals(with.PotentialScale), of.Name,
                $"weights on a potential of {of.PotentialScale} per unit", $"{with.PotentialScale}, as the image was quantized");
            Expect(
                of.Sources.AsSpan().SequenceEqual(with.Sources) && of.Targets.AsSpan().SequenceEqual(with.Targets),
                of.Name, $"{of.Weights.Length} synapses", $"the {with.Weights.Length} synapses of the network");
        }

        void Expect(bool holds, string projection, string what, string allowed)
        {
            if (!holds)
            {
                Report(projection, what, allowed);
            }
        }

        void Report(string? projection, string what, string allowed) => findings.Add(
            StateDiagnostics.OtherNetwork, projection is null ? new SourceLocation(fileName, Path: "learned state") : At(fileName, projection),
            what, allowed, "load the state into the network that it came from");
    }

    /// <summary>Refuses a state that an image cannot take.</summary>
    /// <param name="state">The state.</param>
    /// <param name="image">The image.</param>
    /// <param name="fileName">Name of the state that messages give; <see langword="null"/> for a state that was not read from a file.</param>
    /// <exception cref="InvalidInputException">With everything that is wrong.</exception>
    public static void ThrowIfUnfit(LearnedState state, ChipImage image, string? fileName = null)
    {
        IReadOnlyList<Diagnostic> findings = Run(state, fileName);
        findings = findings.Count == 0 ? Run(state, image, fileName) : findings;
        if (findings.Count > 0)
        {
            throw new InvalidInputException(findings);
        }
    }

    private static bool IsComplete(LearnedProjection projection, SourceLocation location, ViolationCollector findings)
    {
        int count = projection.Weights.Length;
        bool isComplete = projection.Sources.Length == count && projection.Targets.Length == count
            && (projection.Tags.Length == count || projection.Tags.Length == 0)
            && (projection.Delays.Length == count || projection.Delays.Length == 0)
            && Enum.IsDefined(projection.Sign);
        if (isComplete && Array.FindIndex([.. projection.Sources, .. projection.Targets], neuron => neuron is < 0 or >= MaximumNeurons) is >= 0 and var at)
        {
            findings.Add(
                StateDiagnostics.Contradiction, location, $"neuron {(at < count ? projection.Sources[at] : projection.Targets[at - count])}",
                $"0 to {MaximumNeurons - 1}", "learn again");
            return false;
        }

        if (!isComplete)
        {
            findings.Add(
                StateDiagnostics.Contradiction, location,
                $"sign {(int)projection.Sign}, {projection.Sources.Length} sources, {projection.Targets.Length} targets, {count} weights, "
                + $"{projection.Tags.Length} tags and {projection.Delays.Length} delay variables",
                "sign 0 to 2, and as many of all; tags and delay variables may be left out", "learn again");
        }

        return isComplete;
    }

    private static void CheckRanges(LearnedProjection projection, string? fileName, ViolationCollector findings)
    {
        (int least, int most) = RangeOf(projection.Sign);
        for (int i = 0; i < projection.Weights.Length && !findings.IsFull; i++)
        {
            Check("weight", projection.Weights[i], least, most, i);
            Check("tag", projection.Tags.Length == 0 ? 0 : projection.Tags[i], SmallestTag, Largest, i);
            Check("delay variable", projection.Delays.Length == 0 ? 0 : projection.Delays[i], 0, Largest, i);
        }

        void Check(string what, int value, int from, int to, int synapse)
        {
            if (value < from || value > to)
            {
                findings.Add(
                    StateDiagnostics.OutOfRange, At(fileName, projection.Name),
                    $"{what} {value} of the synapse from neuron {projection.Sources[synapse]} to neuron {projection.Targets[synapse]}",
                    $"{from} to {to}", "correct it, or learn again");
            }
        }
    }

    /// <summary>The weights that learning can reach.</summary>
    /// <param name="sign">Sign of the projection.</param>
    public static (int Least, int Most) RangeOf(PlasticSign sign) => sign switch
    {
        PlasticSign.Excitatory => (0, 255),
        PlasticSign.Inhibitory => (-255, 0),
        _ => (-256, 255),
    };

    private static SourceLocation At(string? fileName, string projection) => new(fileName, Path: $"projection '{projection}'");
}
