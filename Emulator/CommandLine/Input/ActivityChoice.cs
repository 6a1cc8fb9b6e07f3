using System.Globalization;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Input;

/// <summary>How often neurons fire: one rate for all, or a profile.</summary>
/// <param name="text">What the user gave.</param>
internal sealed class ActivityChoice(string text)
{
    /// <summary>The activity of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="warnings">Receives a warning when a profile is of another version of the network.</param>
    /// <exception cref="InvalidInputException">The profile cannot be taken.</exception>
    /// <exception cref="UsageException">The rate is negative or no number.</exception>
    public NeuronActivity For(Network network, ICollection<Diagnostic> warnings)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate))
        {
            return ActivityFile.ReadFile(text, network, warnings);
        }

        if (!(rate is >= 0 and <= 1e6))
        {
            throw new UsageException($"--activity is '{text}'; allowed: a rate of 0 to 1,000,000 spikes per timestep, or a file of 'ganglion run --profile'");
        }

        double[] rates = new double[network.Populations.Sum(population => population.Count)];
        Array.Fill(rates, rate);
        return new NeuronActivity(rates);
    }
}
