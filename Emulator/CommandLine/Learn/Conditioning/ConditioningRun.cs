using Ganglion.ChipSpec.Randomness;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler;
using Ganglion.Emulator;
using Ganglion.Emulator.Encoding;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Learn.Conditioning;

/// <summary>Presents stimuli to one network, and rewards it late for responses to the bell.</summary>
internal sealed class ConditioningRun : IDisposable
{
    /// <summary>Timesteps from the beginning of a stimulus in which spikes count as a response.</summary>
    public const int ResponseWindow = 40;

    private const int StimulusTimesteps = 20;
    private const double StimulusRate = 0.1;
    private const double BackgroundRate = 0.001;
    private const int ShortestInterval = 80;
    private const int LongestInterval = 160;

    private static readonly string[] Stimuli = [ConditioningNetwork.Bell, ConditioningNetwork.Light];
    private readonly Machine _machine;
    private readonly SpikeWindow _responses;
    private readonly SpikeHash _hash = new();
    private readonly CounterRandom _schedule;
    private readonly BernoulliRateCode _code;
    private readonly int _rewardDelay;
    private readonly Queue<long> _rewards = [];
    private readonly List<Trial> _trials = [];
    private readonly double[] _stimulus = [.. Enumerable.Repeat(StimulusRate, ConditioningNetwork.StimulusNeurons)];
    private readonly double[] _background = [.. Enumerable.Repeat(BackgroundRate, ConditioningNetwork.StimulusNeurons)];

    /// <summary>Prepares a run.</summary>
    /// <param name="compiled">The compiled network.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="seed">Seed of stimuli, spikes and stochastic rounding.</param>
    /// <param name="threads">Workers.</param>
    /// <param name="rewardDelay">Timesteps from the beginning of a stimulus to its reward, above <see cref="ResponseWindow"/>.</param>
    public ConditioningRun(CompilationResult compiled, ChipSpec.Spec.ChipSpec chip, ulong seed, int threads, int rewardDelay)
    {
        Seed = seed;
        _machine = new Machine(compiled.Image, chip, new MachineOptions { Workers = threads, Seed = seed });
        _responses = new SpikeWindow(compiled.Image.Populations.Single(population => population.Name == ConditioningNetwork.Response).FirstNeuron, 1);
        _schedule = new CounterRandom(seed, RandomPurpose.Source);
        _code = new BernoulliRateCode(seed);
        _rewardDelay = rewardDelay;
        _machine.Attach(_responses);
        _machine.Attach(_hash);
    }

    /// <summary>Seed of the run.</summary>
    public ulong Seed { get; }

    /// <summary>How much of the chip the network takes.</summary>
    public ChipSummary Chip => ChipSummary.Of(_machine.Spec, _machine.Image, _machine.Tiles);

    /// <summary>What has happened so far.</summary>
    public IReadOnlyList<Trial> Trials => _trials;

    /// <summary>Presents a stimulus, and waits until it is time for the next.</summary>
    public void Present()
    {
        long onset = _machine.Timestep + 1;
        uint draw = _schedule.Draw((ulong)_trials.Count);
        bool isBell = (draw & 1) == 0;
        int interval = ShortestInterval + (int)((draw >> 8) % (LongestInterval - ShortestInterval + 1));
        InjectStimuli(isBell, onset, interval);
        _responses.Clear();
        Advance(ResponseWindow);
        int responses = _responses.Counts[0];
        if (isBell && responses > 0)
        {
            _rewards.Enqueue(onset + _rewardDelay);
        }

        Advance(interval - ResponseWindow);
        _trials.Add(new Trial(isBell, responses, MeanWeight(ConditioningNetwork.Bell), MeanWeight(ConditioningNetwork.Light)));
    }

    /// <summary>What the run has come to.</summary>
    public LearnRun Summarize()
    {
        IReadOnlyList<Trial> begin = [.. _trials.Take(Math.Max(1, _trials.Count / 4))];
        IReadOnlyList<Trial> end = [.. _trials.TakeLast(Math.Max(1, _trials.Count / 4))];
        return LearnRun.Of(_machine, Seed, _hash,
        [
            new Measure("responsesToBellBefore", "responses to the bell, first quarter", Share(begin, isBell: true), IsShare: true),
            new Measure("responsesToBell", "responses to the bell, last quarter", Share(end, isBell: true), IsShare: true),
            new Measure("responsesToLightBefore", "responses to the light, first quarter", Share(begin, isBell: false), IsShare: true),
            new Measure("responsesToLight", "responses to the light, last quarter", Share(end, isBell: false), IsShare: true),
            new Measure("weightOfBell", "mean weight of the bell", MeanWeight(ConditioningNetwork.Bell)),
            new Measure("weightOfLight", "mean weight of the light", MeanWeight(ConditioningNetwork.Light)),
        ]);
    }

    /// <inheritdoc/>
    public void Dispose() => _machine.Dispose();

    private static double Share(IReadOnlyList<Trial> trials, bool isBell)
    {
        Trial[] own = [.. trials.Where(trial => trial.IsBell == isBell)];
        return own.Length == 0 ? 0 : (double)own.Count(trial => trial.Responses > 0) / own.Length;
    }

    /// <summary>Runs, and gives the rewards that are due.</summary>
    private void Advance(int timesteps)
    {
        while (_rewards.TryPeek(out long reward) && reward <= _machine.Timestep + timesteps)
        {
            _machine.Inject(ConditioningNetwork.Reward, _rewards.Dequeue(), [0]);
        }

        _machine.Run(timesteps);
    }

    private void InjectStimuli(bool isBell, long onset, int interval)
    {
        for (int stimulus = 0; stimulus < Stimuli.Length; stimulus++)
        {
            ulong firstId = (ulong)(((_trials.Count * Stimuli.Length) + stimulus) * ConditioningNetwork.StimulusNeurons);
            bool isShown = isBell == (stimulus == 0);
            int shown = isShown ? StimulusTimesteps : 0;
            if (isShown)
            {
                _machine.Inject(Stimuli[stimulus], _code.Encode(_stimulus, shown, firstId, onset));
            }

            _machine.Inject(Stimuli[stimulus], _code.Encode(_background, interval - shown, firstId, onset + shown));
        }
    }

    private double MeanWeight(string stimulus) => _machine.PlasticSynapses(ConditioningNetwork.ProjectionOf(stimulus)).Average(synapse => synapse.Weight);
}
