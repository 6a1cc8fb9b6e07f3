using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks the plastic projections of a core, so that the learning engine may index by them and its memory is bounded.</summary>
internal static class PlasticImageCheck
{
    private const int Traces = 5;
    private const int SourceTraces = 2;
    private const int Largest = 127;

    /// <summary>Bytes that the traces of a machine may take.</summary>
    private const double MaximumTraceBytes = 1L << 30;

    /// <summary>Checks which projections learn, and the memory of their traces.</summary>
    public static void Run(ChipImage image, ImageFindings findings)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        int previous = -1;
        for (int i = 0; i < image.Plastic.Count; i++)
        {
            ProjectionImage projection = image.Plastic[i];
            string path = $"plastic[{i}]";
            findings.Expect(projection.Name.Length > 0 && names.Add(projection.Name), path, "a missing or repeated name", "every name once");
            findings.Expect(projection.Projection > previous, path, $"projection {projection.Projection} after {previous}", "ascending projections from 0");
            findings.Expect((uint)projection.Source < (uint)image.Populations.Count, path, $"source population {projection.Source}", $"0 to {image.Populations.Count - 1}");
            findings.Expect(
                (uint)projection.Target < (uint)image.Populations.Count && !image.Populations[projection.Target].IsSource,
                path, $"target population {projection.Target}", "a population of neurons");
            previous = projection.Projection;
        }

        double bytes = image.Cores.Sum(core => core.Plastic.Sum(plastic =>
            ((plastic.Rows.Count * SourceTraces) + ((double)core.Compartments * (Traces - SourceTraces))) * (sizeof(int) + plastic.EpochTimesteps)));
        findings.Expect(bytes <= MaximumTraceBytes, "plastic", $"{bytes} bytes of traces", $"at most {MaximumTraceBytes}");
    }

    /// <summary>Checks the plastic projections of a core.</summary>
    public static void Run(ChipImage image, CoreImage core, Spec.ChipSpec? chip, ILookup<int, ProjectionImage> learning, string path, ImageFindings findings)
    {
        if (core.Plastic.Count == 0 || core.Synapses is null)
        {
            return;
        }

        findings.Expect(
            chip is null || chip.Learning?.Rules.Contains(LearningFormat.SumOfProducts, StringComparer.Ordinal) == true,
            path, "synapses that learn by a rule", "none on this chip");
        findings.Expect(core.Plastic.Count <= short.MaxValue, path, $"{core.Plastic.Count} plastic projections", $"at most {short.MaxValue}");
        HashSet<int> projections = [];
        var rows = new PlasticRowsCheck(image, core, path, findings);
        for (int i = 0; i < core.Plastic.Count; i++)
        {
            PlasticProjectionImage plastic = core.Plastic[i];
            string at = $"{path}.plastic[{i}]";
            ProjectionImage? projection = learning[plastic.Projection].FirstOrDefault();
            if (!findings.Expect(projection is not null && projections.Add(plastic.Projection), at, $"projection {plastic.Projection}", "a plastic projection of the image, once per core"))
            {
                continue;
            }

            CheckRule(plastic, chip, at, findings);
            bool hasTraces = CheckTraces(plastic, at, findings);
            rows.Run(plastic, projection!, at);
            CheckThirdFactors(core, plastic, hasTraces, at, findings);
        }

        rows.ExpectUnshared();
    }

    private static void CheckRule(PlasticProjectionImage plastic, Spec.ChipSpec? chip, string at, ImageFindings findings)
    {
        try
        {
            LearningRule.Parse(plastic.Rule);
        }
        catch (InvalidInputException e)
        {
            findings.Expect(false, $"{at}.rule", $"no rule: {e.Diagnostics[0].Found}", "a learning rule");
        }

        int longest = chip?.Learning?.EpochTimesteps ?? LearningFormat.LongestEpoch;
        findings.Expect(
            plastic.EpochTimesteps >= 1 && plastic.EpochTimesteps <= longest, $"{at}.epochTimesteps", $"{plastic.EpochTimesteps}", $"1 to {longest}");
        findings.Expect(
            Enum.IsDefined(plastic.Sign) && Enum.IsDefined(plastic.Graded) && plastic.WeightExponent is >= -8 and <= 7,
            at, $"sign {(int)plastic.Sign}, graded {(int)plastic.Graded}, weight exponent {plastic.WeightExponent}", "known ones, and −8 to 7");
    }

    private static bool CheckTraces(PlasticProjectionImage plastic, string at, ImageFindings findings)
    {
        if (!findings.Expect(plastic.Traces.Count == Traces, $"{at}.traces", $"{plastic.Traces.Count} traces", $"{Traces}"))
        {
            return false;
        }

        for (int i = 0; i < Traces; i++)
        {
            TraceImage trace = plastic.Traces[i];
            findings.Expect(trace.Impulse is >= 0 and <= Largest, $"{at}.traces[{i}]", $"an impulse of {trace.Impulse}", $"0 to {Largest}");
            findings.Expect(
                i < SourceTraces ? trace.ThirdFactor == ThirdFactorMode.None : Enum.IsDefined(trace.ThirdFactor),
                $"{at}.traces[{i}]", $"third factor {(int)trace.ThirdFactor}", i < SourceTraces ? "none for a trace of source neurons" : "0 to 2");
        }

        return true;
    }

    private static void CheckThirdFactors(CoreImage core, PlasticProjectionImage plastic, bool hasTraces, string at, ImageFindings findings)
    {
        HashSet<int> axons = [];
        for (int i = 0; i < plastic.ThirdFactors.Count; i++)
        {
            ThirdFactorRow row = plastic.ThirdFactors[i];
            string path = $"{at}.thirdFactors[{i}]";
            findings.Expect(
                (uint)row.Axon < (uint)core.Synapses.Rows.Length && core.Synapses.Rows[row.Axon].Length == 0 && axons.Add(row.Axon),
                path, $"axon {row.Axon}", "an axon with an empty row, once");
            findings.Expect(
                row.Trace is >= 0 and < Traces - SourceTraces && hasTraces && plastic.Traces[SourceTraces + row.Trace].ThirdFactor != ThirdFactorMode.None,
                path, $"trace {row.Trace}", "0 to 2, of a trace that a third factor drives");
            findings.Expect(
                row.Compartments.Length == row.Amounts.Length, path, $"{row.Compartments.Length} compartments and {row.Amounts.Length} amounts", "as many of both");
            int beyond = Array.FindIndex(row.Compartments, compartment => (uint)compartment >= (uint)core.Compartments);
            findings.Expect(beyond < 0, path, $"compartment {(beyond < 0 ? 0 : row.Compartments[beyond])}", $"0 to {core.Compartments - 1}");
            int excess = Array.FindIndex(row.Amounts, amount => amount is < 0 or > Largest);
            findings.Expect(excess < 0, path, $"an amount of {(excess < 0 ? 0 : row.Amounts[excess])}", $"0 to {Largest}");
        }
    }
}
