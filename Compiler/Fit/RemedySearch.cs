using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Fit;

/// <summary>Finds out what would make a network fit, by trying.</summary>
public static class RemedySearch
{
    /// <summary>Maps a network like <see cref="NetworkCompiler"/>; a refusal also says what would help, in notes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="options">Choices of the user; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidInputException">The chip cannot hold the network; carries everything that a pass found, and what helps.</exception>
    public static CompilationResult Compile(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions? options = null)
    {
        try
        {
            return NetworkCompiler.Compile(network, chip, options);
        }
        catch (InvalidInputException refusal)
        {
            throw new InvalidInputException([.. refusal.Diagnostics, .. Find(network, chip, options).Select(remedy => new Diagnostic
            {
                Descriptor = FitDiagnostics.WouldFit,
                Location = new SourceLocation(Path: "network"),
                Found = remedy.ToString(),
            })]);
        }
    }

    /// <summary>Tries changes of the options, the network and the chip, one at a time, and keeps those with which the network fits.</summary>
    /// <param name="network">A network that does not fit.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="options">Choices of the user; <see langword="null"/> for the defaults.</param>
    /// <returns>What helps, the smallest change of each kind; empty when nothing that was tried does.</returns>
    public static IReadOnlyList<FitRemedy> Find(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(chip);
        options = Plain(options ?? new CompilerOptions());
        List<FitRemedy> remedies = [];
        FitEffort effort = new();
        foreach (IEnumerable<RemedyTrial> kind in Kinds(network, chip, options))
        {
            foreach (RemedyTrial trial in kind)
            {
                FitReport report = FitCheck.Check(trial.Network, trial.Chip, trial.Options, effort);
                if (report.Fits)
                {
                    remedies.Add(new FitRemedy(trial.Change, report.Evidence, report.Cores ?? report.CoresAtLeast));
                    break;
                }
            }
        }

        return remedies;
    }

    /// <summary>What decides whether a network fits; a better mapping is not searched for on trial.</summary>
    private static CompilerOptions Plain(CompilerOptions options) =>
        new() { WeightBits = options.WeightBits, MinimumCores = options.MinimumCores, Plan = options.Plan };

    /// <summary>The kinds of changes, each from the smallest change to the largest.</summary>
    private static IEnumerable<IEnumerable<RemedyTrial>> Kinds(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
    {
        RemedyTrial asItIs = new("", network, chip, options);
        yield return FewerBits(asItIs);
        yield return Unpinned(asItIs);
        yield return FewerBits(asItIs).SelectMany(Unpinned);
        yield return ShorterDelays(asItIs);
        foreach (string preset in Presets.Names.Where(name => name != chip.Id))
        {
            RemedyTrial there = asItIs with { Change = $"on '{preset}'", Chip = Presets.Load(preset), Options = options with { WeightBits = null, Plan = null } };
            yield return ShorterDelays(there).Take(3).Prepend(there);
        }
    }

    private static IEnumerable<RemedyTrial> FewerBits(RemedyTrial trial)
    {
        int bits = trial.Options.WeightBits ?? trial.Chip.Synapse.WeightBits.Max();
        return trial.Network.Projections.Any(p => p.Unit is PhysicalWeights)
            ? trial.Chip.Synapse.WeightBits.Where(fewer => fewer < bits).OrderDescending()
                .Select(fewer => trial with { Change = Join(trial.Change, $"with {fewer}-bit weights"), Options = trial.Options with { WeightBits = fewer } })
            : [];
    }

    private static IEnumerable<RemedyTrial> Unpinned(RemedyTrial trial) =>
        trial.Options.Plan is not null || trial.Network.Populations.Any(p => p is NeuronPopulation { PinnedCores: not null })
            ? [trial with
            {
                Change = Join(trial.Change, "when no neuron is pinned to a core"),
                Options = trial.Options with { Plan = null },
                Network = trial.Network with { Populations = [.. trial.Network.Populations.Select(p => p is NeuronPopulation n ? n with { PinnedCores = null } : p)] },
            }]
            : [];

    private static IEnumerable<RemedyTrial> ShorterDelays(RemedyTrial trial)
    {
        int longest = trial.Network.Projections.Select(p => p.Connectivity.Delays.Max).DefaultIfEmpty(0).Max();
        return new[] { trial.Chip.Synapse.Delay.Max + 1, 32, 16, 8, 4, 2, 1 }.Where(most => most < longest).Distinct().OrderDescending().Select(most => trial with
        {
            Change = Join(trial.Change, $"with delays of at most {most} timestep{(most == 1 ? "" : "s")}"),
            Network = trial.Network with
            {
                Projections = [.. trial.Network.Projections.Select(p => p.Connectivity.Delays.Max > most ? p with { Connectivity = new ShorterDelays(p.Connectivity, most) } : p)],
            },
        });
    }

    private static string Join(string first, string second) => first.Length == 0 ? second : $"{first} {second}";
}
