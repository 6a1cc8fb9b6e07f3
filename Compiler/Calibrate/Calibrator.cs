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
        IntegerNetwork network = NetworkQuantizer.Assemble(valid, plain, diagnostics);
        return network with { Report = network.Report with { Calibration = new CalibrationReport(before, before) } };
    }
}
