using System.Numerics;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Second pass: real coefficients become registers, real weights become mantissas and exponents.</summary>
internal static class NetworkQuantizer
{
    /// <summary>Chooses a scale per population and a format per projection; integers pass through.</summary>
    public static IntegerNetwork Quantize(CheckedNetwork valid, CompilerOptions options, DiagnosticBag diagnostics)
    {
        Network network = valid.Network;
        int bits = options.WeightBits ?? valid.Chip.Synapse.WeightBits.Max();
        int populations = network.Populations.Count;
        CompartmentRegisters?[] registers = new CompartmentRegisters?[populations];
        double?[] potentialScale = new double?[populations];
        IntegerProjection[] projections = new IntegerProjection[network.Projections.Count];
        PopulationQuantization[] losses = new PopulationQuantization[populations];

        for (int target = 0; target < populations; target++)
        {
            int[] incoming = [.. Enumerable.Range(0, projections.Length).Where(p => valid.TargetOf[p] == target)];
            switch (network.Populations[target])
            {
                case NeuronPopulation { Neurons: LoihiNeurons given } population:
                    registers[target] = GivenRegisters.Lower(given);
                    losses[target] = new PopulationQuantization { Name = population.Name };
                    foreach (int p in incoming)
                    {
                        projections[p] = GivenProjection(valid, p);
                    }

                    break;

                case NeuronPopulation { Neurons: CurrentBasedNeurons physical } population:
                    InputBounds inputs = InputBounds.Measure(valid, incoming, physical, population.Count);
                    double scale = ScaleSelector.Select(physical, inputs, valid.Chip, bits);
                    (registers[target], losses[target]) = PhysicalRegisters.Lower(population, physical, scale, valid.Chip, diagnostics);
                    potentialScale[target] = 1.0 / (scale * (1 << valid.Chip.Synapse.WeightShift));
                    for (int i = 0; i < incoming.Length; i++)
                    {
                        projections[incoming[i]] = ScaledProjection(valid, incoming[i], inputs, i, scale, bits);
                    }

                    break;
            }
        }

        QuantizationReport report = QuantizationAudit.Measure(valid, registers, projections, losses, diagnostics);
        diagnostics.ThrowIfErrors();
        return new IntegerNetwork
        {
            Network = network,
            Chip = valid.Chip,
            FirstNeuron = valid.FirstNeuron,
            Registers = registers,
            PotentialScale = potentialScale,
            Projections = projections,
            Outgoing = [.. Enumerable.Range(0, populations).Select(s => Enumerable.Range(0, projections.Length).Where(p => valid.SourceOf[p] == s).ToArray())],
            Report = report,
        };
    }

    private static IntegerProjection GivenProjection(CheckedNetwork valid, int p)
    {
        IntegerWeights unit = (IntegerWeights)valid.Network.Projections[p].Unit;
        return Create(valid, p, new WeightFormat(unit.Bits, unit.Exponent, unit.Sign, DelayBits(valid, p)), [1.0]);
    }

    private static IntegerProjection ScaledProjection(
        CheckedNetwork valid, int p, InputBounds inputs, int index, double scale, int bits)
    {
        SignMode sign = inputs.Sign(index);
        int exponent = ScaleSelector.Exponent(inputs.Largest(index) * scale, sign, bits, valid.Chip.Synapse.WeightExponent);
        double unit = Math.ScaleB(scale, -exponent);
        double[] factors = [.. inputs.Gain.Select(gain => gain * unit)];
        return Create(valid, p, new WeightFormat(bits, exponent, sign, DelayBits(valid, p)), factors);
    }

    private static IntegerProjection Create(CheckedNetwork valid, int p, WeightFormat format, double[] factors) =>
        new(valid.Network.Projections[p], valid.SourceOf[p], valid.TargetOf[p], valid.Statistics[p], valid.DelayShift[p], format, factors);

    private static int DelayBits(CheckedNetwork valid, int p)
    {
        int largest = Math.Max(0, valid.Statistics[p].MaximumDelay + valid.DelayShift[p] - 1);
        return largest == 0 ? 0 : BitOperations.Log2((uint)largest) + 1;
    }
}
