using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Differences between the weights of every projection and what the crossbars hold.</summary>
internal sealed class CrossbarLosses(CheckedNetwork valid)
{
    private const double WarnedError = 0.2;
    private const double WarnedShareOfLostWeights = 0.05;

    private readonly Sums[] _sums = [.. valid.Statistics.Select(statistics => new Sums { Synapses = statistics.Synapses })];

    /// <summary>Adds the synapses onto a population.</summary>
    public void Add(CrossbarPopulation population, IEnumerable<FittedBlock> blocks, CrossbarRegisters registers, double? scale)
    {
        double[] gains = PopulationInput.GainsOf(population.Description.Neurons);
        foreach (FittedBlock block in blocks)
        {
            for (int column = 0; column < block.Afferents.Length; column++)
            {
                Sums sums = _sums[population.Afferents[block.Afferents[column]].Projection];
                sums.Bits = population.Digits;
                sums.Scale = scale!.Value;
                for (int row = 0; row < block.Neurons.Length; row++)
                {
                    int neuron = block.Neurons[row];
                    if (block.Weights[row, column] != 0)
                    {
                        sums.Add(block.Weights[row, column], block.Sum(row, column, type => registers.Weights[type].At(neuron)), gains[gains.Length == 1 ? 0 : neuron]);
                    }
                }
            }
        }
    }

    /// <summary>What every projection lost.</summary>
    public IReadOnlyList<ProjectionQuantization> Report(DiagnosticBag diagnostics)
    {
        ProjectionQuantization[] report = new ProjectionQuantization[_sums.Length];
        for (int p = 0; p < report.Length; p++)
        {
            Sums sums = _sums[p];
            string name = valid.Network.Projections[p].Name;
            double relative = sums.Squares == 0 ? 0 : Math.Sqrt(sums.ErrorSquares / sums.Squares);
            if (relative > WarnedError)
            {
                diagnostics.Report(
                    CompilerDiagnostics.CoarseWeights, $"projection '{name}'", $"weights of {sums.Bits} bits are off by {relative:P0} in the root of the mean square",
                    $"{WarnedError:P0}", "fewer sources per neuron, which leaves each of them more axons");
            }

            if (sums.Lost > sums.Synapses * WarnedShareOfLostWeights)
            {
                diagnostics.Report(
                    CompilerDiagnostics.LostWeights, $"projection '{name}'", $"{sums.Lost:N0} of {sums.Synapses:N0} weights became 0", null,
                    "fewer sources per neuron, which leaves each of them more axons");
            }

            report[p] = new ProjectionQuantization
            {
                Name = name,
                Synapses = sums.Synapses,
                Bits = sums.Bits,
                Exponent = 0,
                Scale = sums.Scale,
                MaximumError = sums.MaximumError,
                RootMeanSquareError = sums.Synapses == 0 ? 0 : Math.Sqrt(sums.GivenErrorSquares / sums.Synapses),
                Clipped = 0,
                Lost = sums.Lost,
            };
        }

        return report;
    }

    private sealed class Sums
    {
        public long Synapses { get; init; }

        public int Bits { get; set; } = 1;

        public double Scale { get; set; } = 1;

        /// <summary>Squares of the weights, gains included.</summary>
        public double Squares { get; private set; }

        /// <summary>Squares of their errors.</summary>
        public double ErrorSquares { get; private set; }

        /// <summary>Squares of the errors in the unit of the network.</summary>
        public double GivenErrorSquares { get; private set; }

        public double MaximumError { get; private set; }

        public long Lost { get; private set; }

        public void Add(double weight, long sum, double gain)
        {
            double error = (sum / Scale) - weight;
            Squares += weight * weight;
            ErrorSquares += error * error;
            GivenErrorSquares += error / gain * error / gain;
            MaximumError = Math.Max(MaximumError, Math.Abs(error / gain));
            Lost += sum == 0 ? 1 : 0;
        }
    }
}
