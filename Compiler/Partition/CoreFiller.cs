using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Fills cores in the order of the neurons.</summary>
internal sealed class CoreFiller(
    IntegerNetwork network, IncomingSynapses? incoming, int[] outAxons, int[] compartmentsPerCore, DiagnosticBag diagnostics)
{
    private readonly List<CorePart> _parts = [];
    private readonly Dictionary<string, int> _filledBy = [];
    private readonly Dictionary<(int Population, string Resource), (int Neurons, int First, CoreOverflow Largest)> _misfits = [];
    private PartBuilder _part = new();
    private string? _model;
    private CoreMeter _meter = new(network, incoming, outAxons, compartmentsPerCore);

    /// <summary>The resource that ended most cores; <see langword="null"/> when none did.</summary>
    public string? BindingLimit => _filledBy.Count == 0 ? null : _filledBy.MaxBy(f => f.Value).Key;

    /// <summary>Divides all neurons whose place the compiler chooses, and reports those that fit nowhere.</summary>
    public IReadOnlyList<CorePart> Fill()
    {
        for (int p = 0; p < network.Network.Populations.Count; p++)
        {
            if (network.Network.Populations[p] is NeuronPopulation population && network.Decided.LeavesAny(network.FirstNeuron[p], population.Count))
            {
                BeginModel(network.Registers[p]!.Model);
                for (int neuron = 0; neuron < population.Count; neuron++)
                {
                    if (!network.Decided.IsDecided[network.FirstNeuron[p] + neuron])
                    {
                        Place(p, neuron);
                    }
                }
            }
        }

        Close();
        ReportMisfits();
        return _parts;
    }

    /// <summary>Ends the core where the neuron model changes.</summary>
    private void BeginModel(string model)
    {
        if (model != _model)
        {
            Close();
            _model = model;
        }
    }

    private void Place(int population, int neuron)
    {
        if (_meter.Add(population, neuron) is { } overflow)
        {
            if (_part.Count > 0)
            {
                _filledBy[overflow.Resource] = _filledBy.GetValueOrDefault(overflow.Resource) + 1;
                Close();
                overflow = _meter.Add(population, neuron) ?? default;
            }

            if (overflow.Resource is not null)
            {
                Remember(population, neuron, overflow);
                _meter = new CoreMeter(network, incoming, outAxons, compartmentsPerCore);
                return;
            }
        }

        _part.Add(population, neuron);
    }

    private void Close()
    {
        if (_part.Count > 0)
        {
            _parts.Add(_part.Build());
            _part = new PartBuilder();
        }

        _meter = new CoreMeter(network, incoming, outAxons, compartmentsPerCore);
    }

    private void Remember(int population, int neuron, CoreOverflow overflow)
    {
        (int Neurons, int First, CoreOverflow Largest) misfit =
            _misfits.GetValueOrDefault((population, overflow.Resource), (0, neuron, overflow));
        misfit.Neurons++;
        misfit.Largest = overflow.Amount > misfit.Largest.Amount ? overflow : misfit.Largest;
        _misfits[(population, overflow.Resource)] = misfit;
    }

    private void ReportMisfits()
    {
        foreach (((int population, _), (int neurons, int first, CoreOverflow largest)) in _misfits)
        {
            NeuronMisfit.Report(network.Network.Populations[population].Name, first, neurons, largest, diagnostics);
        }
    }
}
