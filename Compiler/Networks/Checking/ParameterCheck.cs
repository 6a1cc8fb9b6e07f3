using System.Numerics;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks.Checking;

/// <summary>Checks list lengths and values of a population's parameters.</summary>
internal sealed partial class ParameterCheck
{
    private readonly Population _population;
    private readonly SourceLocation _location;
    private readonly ViolationCollector _findings;

    private ParameterCheck(Population population, SourceLocation location, ViolationCollector findings) =>
        (_population, _location, _findings) = (population, location, findings);

    /// <summary>Checks a population whose shape is sound.</summary>
    public static void Run(Population population, SourceLocation location, ViolationCollector findings)
    {
        var check = new ParameterCheck(population, location, findings);
        switch (population)
        {
            case NeuronPopulation neurons:
                check.CheckNeurons(neurons);
                break;
            case SourcePopulation { Source: PoissonSource poisson }:
                check.Values("probability", poisson.Probability, p => p is >= 0 and <= 1, "0 to 1", NetworkDiagnostics.Source);
                break;
            case SourcePopulation { Source: ListSource list }:
                check.CheckList(list);
                break;
        }
    }

    private void CheckNeurons(NeuronPopulation population)
    {
        if (population.Neurons is CurrentBasedNeurons physical)
        {
            CheckPhysical(physical);
        }
        else if (population.Neurons is LoihiNeurons registers)
        {
            CheckRegisters(registers);
        }
        else if (population.Neurons is OdinNeurons odin)
        {
            CheckOdin(odin);
        }
        else if (population.Neurons is XyloNeurons xylo)
        {
            CheckXylo(xylo);
        }
        else if (population.Neurons is Loihi2Neurons graded)
        {
            CheckGraded(graded);
        }
        else if (population.Neurons is TrueNorthNeurons trueNorth)
        {
            CheckTrueNorth(trueNorth);
        }

        if (population.PinnedCores is { } cores)
        {
            if (cores.Count != population.Count)
            {
                Report(NetworkDiagnostics.PinnedCores, $"{cores.Count} pinned cores for {population.Count} neurons", "one core for each neuron");
            }
            else
            {
                Values("pinned core", cores, core => core >= 0, "0 or above", NetworkDiagnostics.PinnedCores);
            }
        }
    }

    private void CheckPhysical(CurrentBasedNeurons n)
    {
        const string decayRange = "−1 to 1: time constants above half a timestep with the Euler rule, above 0 with the exponential one";
        Values("current decay", n.CurrentDecay, IsDecay, decayRange);
        Values("current gain", n.CurrentGain, double.IsFinite, "a finite number");
        Values("potential decay", n.PotentialDecay, IsDecay, decayRange);
        Values("input gain", n.InputGain, double.IsFinite, "a finite number");
        Values("bias", n.Bias, double.IsFinite, "a finite number");
        Values("threshold", n.Threshold, threshold => threshold > double.NegativeInfinity, "a number, or positive infinity");
        Values("reset", n.Reset, double.IsFinite, "a finite number");
        Values("initial potential", n.InitialPotential, double.IsFinite, "a finite number");
        Values("refractory period", n.Refractory, timesteps => timesteps >= 1, "at least 1 timestep");
    }

    private void CheckRegisters(LoihiNeurons n)
    {
        const int stateLimit = (1 << 23) - 1;
        Register("current decay", n.CurrentDecay, new(0, 4096));
        Register("potential decay", n.PotentialDecay, new(0, 4096));
        Register("threshold mantissa", n.ThresholdMantissa, new(0, 131_071));
        Register("bias mantissa", n.BiasMantissa, new(-4096, 4095));
        Register("bias exponent", n.BiasExponent, new(0, 7));
        Register("refractory period", n.Refractory, new(1, 63));
        Register("minimum exponent", n.MinimumExponent, new(0, 23));
        Register("maximum exponent", n.MaximumExponent, new(0, 7));
        Register("initial current", n.InitialCurrent, new(-stateLimit - 1, stateLimit));
        Register("initial potential", n.InitialPotential, new(-stateLimit, stateLimit));
    }

    private void CheckOdin(OdinNeurons n)
    {
        IntegerRange bit = new(0, 1);
        IntegerRange octet = new(0, 255);
        IntegerRange calcium = new(0, 7);
        Register("leak", n.Leak, new(0, 127));
        Register("threshold", n.Threshold, octet);
        Register("calcium enable", n.CalciumEnabled, bit);
        Register("learning potential", n.LearningPotential, octet);
        Register("low calcium threshold", n.CalciumLow, calcium);
        Register("middle calcium threshold", n.CalciumMiddle, calcium);
        Register("high calcium threshold", n.CalciumHigh, calcium);
        Register("calcium period", n.CalciumPeriod, new(0, 31));
        Register("disable", n.Disabled, bit);
        Register("initial potential", n.InitialPotential, octet);
        Register("initial calcium", n.InitialCalcium, calcium);
        Register("time reference period", [n.TimeReferencePeriod], new(0, ushort.MaxValue));
    }

    private void CheckXylo(XyloNeurons n)
    {
        IntegerRange dash = new(0, 15);
        Register("synapse dash", n.SynapseDash, dash);
        Register("second synapse dash", n.SecondSynapseDash, dash);
        Register("membrane dash", n.MembraneDash, dash);
        Register("threshold", n.Threshold, new(1, short.MaxValue));
        Register("bias", n.Bias, new(short.MinValue, short.MaxValue));
        Register("alias", n.Alias, new(-1, _population.Count - 1));
    }

    private void CheckGraded(Loihi2Neurons n)
    {
        foreach (Loihi2Register register in n.Model.Registers)
        {
            Register(register.Name, n[register.Name], register.Range);
        }

        foreach (string name in n.Registers.Keys.Where(name => n.Model.Find(name) is null))
        {
            Report(
                NetworkDiagnostics.Register, $"the register '{name}', which the model '{n.Model}' does not have",
                string.Join(", ", n.Model.Registers.Select(register => register.Name)));
        }
    }

    private void CheckList(ListSource list)
    {
        if (list.Timesteps.Count != list.Neurons.Count)
        {
            Report(NetworkDiagnostics.Source, $"{list.Timesteps.Count} timesteps but {list.Neurons.Count} neurons in the spike list", "one of each per spike");
            return;
        }

        int count = _population.Count;
        for (int i = 0; i < list.Timesteps.Count; i++)
        {
            if (list.Timesteps[i] < 0)
            {
                Report(NetworkDiagnostics.Source, $"spike number {i} in timestep {list.Timesteps[i]}", "timestep 0 or above");
                return;
            }

            if (list.Neurons[i] < 0 || list.Neurons[i] >= count)
            {
                Report(NetworkDiagnostics.Source, $"spike number {i} of neuron {list.Neurons[i]}", $"neurons 0..{count - 1}");
                return;
            }

            if (i > 0 && (list.Timesteps[i], list.Neurons[i]).CompareTo((list.Timesteps[i - 1], list.Neurons[i - 1])) < 0)
            {
                Report(NetworkDiagnostics.Source, $"spike number {i} (timestep {list.Timesteps[i]}, neuron {list.Neurons[i]}) before its predecessor", "ascending timesteps, and ascending neurons within one", "sort the list");
                return;
            }
        }
    }

    private void Register(string register, IReadOnlyList<int> values, IntegerRange range) =>
        Values(register, values, range.Contains, range.ToString(), NetworkDiagnostics.Register);

    private void Values<T>(string parameter, IReadOnlyList<T> values, Func<T, bool> isAllowed, string allowed, DiagnosticDescriptor? descriptor = null)
        where T : INumber<T>
    {
        int count = _population.Count;
        if (values.Count != 1 && values.Count != count)
        {
            Report(NetworkDiagnostics.ParameterCount, $"{values.Count} values of the {parameter} for {count} neurons", count == 1 ? "1 value" : $"1 value, or {count} values");
        }

        int wrong = 0;
        int first = -1;
        for (int i = 0; i < values.Count; i++)
        {
            if (!isAllowed(values[i]))
            {
                wrong++;
                first = first < 0 ? i : first;
            }
        }

        if (wrong > 0)
        {
            string where = values.Count == 1 ? "" : $" of neuron {first}";
            string others = wrong == 1 ? "" : $", and {wrong - 1} more like it";
            Report(descriptor ?? NetworkDiagnostics.Parameter, $"the {parameter}{where} is {values[first]}{others}", allowed);
        }
    }

    private static bool IsDecay(double decay) => decay is >= -1 and <= 1;

    private void Report(DiagnosticDescriptor descriptor, string found, string allowed, string? remedy = null) =>
        _findings.Add(descriptor, _location, found, allowed, remedy);
}
