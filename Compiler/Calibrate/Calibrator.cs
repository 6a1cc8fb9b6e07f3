using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Calibrate;

/// <summary>Second pass where samples are given: chooses between the ways to quantize by what the network does on them.</summary>
internal static class Calibrator
{
    /// <summary>Quantizes a network, calibrated where the options bring samples.</summary>
    public static IntegerNetwork Quantize(CheckedNetwork valid, CompilerOptions options, DiagnosticBag diagnostics)
    {
        if (options.Calibration.Count == 0)
        {
            return NetworkQuantizer.Quantize(valid, options, diagnostics);
        }

        ReferenceRecording[] samples = ReferenceRecording.Record(valid, options.Calibration);
        PopulationQuantizer quantizer = new(valid, options);
        QuantizedPopulation?[] plain =
            [.. valid.Network.Populations.Select((population, p) => population is NeuronPopulation ? quantizer.Quantize(p, PopulationPlan.Default(options)) : null)];
        AgreementReport before = AgreementMeter.Measure(valid, plain, samples);
        LayerSearch search = new(valid, options, samples);
        QuantizedPopulation?[] chosen = [.. plain.Select((population, p) => population is null ? null : search.Find(p, population))];
        AgreementReport after = AgreementMeter.Measure(valid, chosen, samples);

        // What is best for every layer alone is no promise for all of them together.
        if (!IsAtLeastAsGood(after, before))
        {
            (chosen, after) = (plain, before);
        }

        IntegerNetwork network = NetworkQuantizer.Assemble(valid, chosen, diagnostics);
        var report = new CalibrationReport(before, after);
        if (options.HeldOut.Count > 0)
        {
            ReferenceRecording[] others = ReferenceRecording.Record(valid, options.HeldOut);
            report = report with
            {
                HeldOut = new CalibrationReport(AgreementMeter.Measure(valid, plain, others), AgreementMeter.Measure(valid, chosen, others)),
            };
        }

        return network with { Report = network.Report with { Calibration = report } };
    }

    private static bool IsAtLeastAsGood(AgreementReport after, AgreementReport before) =>
        (after.AnsweredAlike ?? 0) >= (before.AnsweredAlike ?? 0) && Error(after) <= Error(before);

    private static double Error(AgreementReport report) => report.Layers.Sum(layer => (layer.CountError + layer.MovedSpikes) ?? layer.ChipSpikes);
}
