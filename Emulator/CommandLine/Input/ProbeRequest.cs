using System.Globalization;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Emulation;

namespace Ganglion.CommandLine.Input;

/// <summary>Understands <c>--probe POPULATION.VARIABLE[:EVERY]</c>, and the same of projections that learn.</summary>
internal static class ProbeRequest
{
    /// <summary>Word for the counts of every core.</summary>
    public const string Counters = "counters";

    /// <summary>Word for the synapses of all cores.</summary>
    public const string Weights = "weights";

    /// <summary>Variable that stands for the spikes of a population.</summary>
    public const string Spikes = "spikes";

    /// <summary>Reads a probe of a population.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="emulation">The network.</param>
    /// <exception cref="UsageException">There is no such population or variable, or the distance is not a number.</exception>
    public static StateProbe Parse(string text, IEmulation emulation)
    {
        (string path, int every) = SplitEvery(text);
        int dot = path.LastIndexOf('.');
        if (dot <= 0 || dot == path.Length - 1)
        {
            throw new UsageException($"--probe is '{text}'; allowed: POPULATION.VARIABLE, PROJECTION.VARIABLE, either with :EVERY, {Counters} or {Weights}");
        }

        string name = path[..dot];
        string variable = path[(dot + 1)..];
        PopulationInfo population = emulation.Populations.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new UsageException(
                $"--probe names the population '{name}', which does not exist; {Suggestion.Remedy(name, [.. emulation.Populations.Select(p => p.Name)])}");
        string[] variables = [Spikes, .. emulation.Variables(population)];
        if (!variables.Contains(variable, StringComparer.Ordinal))
        {
            throw new UsageException($"--probe names '{variable}', which population '{name}' does not have; {Suggestion.Remedy(variable, variables)}");
        }

        return new StateProbe(population, variable, every, FileName(name, $"{variable}.npy"));
    }

    /// <summary>Reads a probe of a projection that learns.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="emulation">The network.</param>
    /// <returns>The probe; <see langword="null"/> when it is one of a population.</returns>
    /// <exception cref="UsageException">The projection has no such variable, or the distance is not a number.</exception>
    public static LearningProbe? ParseLearning(string text, IEmulation emulation)
    {
        (string path, int every) = SplitEvery(text);
        int dot = path.LastIndexOf('.');
        ProjectionImage? projection = dot <= 0 ? null : (emulation as MachineEmulation)?.Machine.Image.Plastic.FirstOrDefault(p => p.Name == path[..dot]);
        string word = path[(dot + 1)..];
        if (projection is null || (!LearningProbe.Words.ContainsKey(word) && emulation.Populations.Any(population => population.Name == projection.Name)))
        {
            return null;
        }

        return LearningProbe.Words.TryGetValue(word, out RuleVariable variable)
            ? new LearningProbe(projection, variable, every, FileName(projection.Name, $"{word}.npy"))
            : throw new UsageException($"--probe names '{word}', which projection '{projection.Name}' does not have; {Suggestion.Remedy(word, [.. LearningProbe.Words.Keys])}");
    }

    /// <summary>Name of a file with a part for the population or projection.</summary>
    /// <param name="name">Population or projection.</param>
    /// <param name="ending">What follows the dot.</param>
    public static string FileName(string name, string ending)
    {
        string safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
        return $"{safe.TrimStart('.')}.{ending}";
    }

    private static (string Path, int Every) SplitEvery(string text)
    {
        int colon = text.LastIndexOf(':');
        if (colon < 0)
        {
            return (text, 1);
        }

        return int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int every) && every >= 1
            ? (text[..colon], every)
            : throw new UsageException($"--probe is '{text}'; after the colon stands the number of timesteps between two samples, 1 or above");
    }
}
