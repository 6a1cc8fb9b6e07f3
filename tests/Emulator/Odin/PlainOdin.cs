using Ganglion.Compiler.Networks;

namespace Ganglion.Emulator.Tests.Odin;

/// <summary>A network of ODIN neurons, computed from its description, one synapse after the other.</summary>
internal sealed class PlainOdin
{
    private const int QueueCapacity = 32;

    private readonly OdinNeurons _registers;
    private readonly int _neurons;
    private readonly int?[,] _weights;
    private readonly bool[] _inhibits;
    private readonly bool _isClosed;
    private readonly int[] _count;
    private readonly bool[] _up;
    private readonly bool[] _down;
    private readonly Queue<int> _queue = new();

    /// <summary>Prepares a network with one population of neurons, whose values are given for each neuron, behind its sources.</summary>
    public PlainOdin(Network network)
    {
        NeuronPopulation population = network.Populations.OfType<NeuronPopulation>().Single();
        _registers = (OdinNeurons)population.Neurons;
        _neurons = population.Count;
        int sources = network.Populations.OfType<SourcePopulation>().Sum(source => source.Count);

        // Row i below the number of neurons belongs to neuron i, the others to the sources.
        _weights = new int?[_neurons + sources, _neurons];
        _inhibits = new bool[_neurons + sources];
        int next = _neurons;
        foreach (Population from in network.Populations)
        {
            int first = from is NeuronPopulation ? 0 : next;
            next += from is NeuronPopulation ? 0 : from.Count;
            foreach (Projection projection in network.Projections.Where(projection => projection.Source == from.Name))
            {
                Fill(projection, first, from.Count);
                _isClosed |= from is NeuronPopulation;
            }
        }

        V = [.. _registers.InitialPotential];
        Calcium = new int[_neurons];
        _count = new int[_neurons];
        _up = new bool[_neurons];
        _down = new bool[_neurons];
    }

    public int[] V { get; }

    public int[] Calcium { get; }

    public List<int> Spikes { get; } = [];

    /// <summary>Magnitude of the weight of a row onto a neuron; <see langword="null"/> without a synapse.</summary>
    public int? Weight(int row, int neuron) => _weights[row, neuron];

    /// <summary>Runs a timestep in which sources act, counted over all sources.</summary>
    public void Step(IEnumerable<int> sources)
    {
        for (int neuron = 0; neuron < _neurons; neuron++)
        {
            Update(neuron, Math.Max(V[neuron] - _registers.Leak[neuron], 0), isTimeReference: true);
        }

        Drain();
        foreach (int source in sources.Order())
        {
            _queue.Enqueue(_neurons + source);
            Drain();
        }
    }

    private void Fill(Projection projection, int firstRow, int sources)
    {
        List<Synapse> row = [];
        for (int source = 0; source < sources; source++)
        {
            row.Clear();
            _inhibits[firstRow + source] = projection.Unit is IntegerWeights { Sign: SignMode.Inhibitory };
            projection.Connectivity.AppendRow(source, row);
            foreach (Synapse synapse in row)
            {
                _weights[firstRow + source, synapse.Target] = (int)Math.Abs(synapse.Weight);
            }
        }
    }

    private void Drain()
    {
        while (_queue.TryPeek(out int row))
        {
            for (int neuron = 0; neuron < _neurons; neuron++)
            {
                int weight = _weights[row, neuron] ?? 0;
                if (_weights[row, neuron] is not null)
                {
                    _weights[row, neuron] = Math.Clamp(weight + (_up[neuron] ? 1 : _down[neuron] ? -1 : 0), 0, 7);
                }

                Update(neuron, _inhibits[row] ? Math.Max(V[neuron] - weight, 0) : Math.Min(V[neuron] + weight, 255), isTimeReference: false);
            }

            _queue.Dequeue();
        }
    }

    private void Update(int neuron, int potential, bool isTimeReference)
    {
        bool fires = potential >= _registers.Threshold[neuron];
        V[neuron] = fires ? 0 : potential;
        if (fires)
        {
            Spikes.Add(neuron);
            if (_isClosed && _queue.Count < QueueCapacity)
            {
                _queue.Enqueue(neuron);
            }
        }

        if (_registers.CalciumEnabled[neuron] == 0)
        {
            return;
        }

        bool leaks = isTimeReference && ++_count[neuron] == _registers.CalciumPeriod[neuron];
        _count[neuron] = leaks ? 0 : _count[neuron];
        Calcium[neuron] = Math.Clamp(Calcium[neuron] + (fires ? 1 : 0) - (leaks ? 1 : 0), 0, fires && leaks ? Calcium[neuron] : 7);
        bool high = V[neuron] >= _registers.LearningPotential[neuron];
        _up[neuron] = high && Calcium[neuron] >= _registers.CalciumLow[neuron] && Calcium[neuron] < _registers.CalciumHigh[neuron];
        _down[neuron] = !high && Calcium[neuron] >= _registers.CalciumLow[neuron] && Calcium[neuron] < _registers.CalciumMiddle[neuron];
    }
}
