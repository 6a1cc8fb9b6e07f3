using Ganglion.CommandLine.Results;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Emulation;

/// <summary>A network that runs: on an emulated chip, or in floating point.</summary>
internal interface IEmulation : IDisposable
{
    /// <summary>Populations in the order of their logical ids.</summary>
    IReadOnlyList<PopulationInfo> Populations { get; }

    /// <summary>Number of logical neurons, sources included.</summary>
    int Neurons => Populations.Sum(population => population.Count);

    /// <summary>Last timestep that was run.</summary>
    long Timestep { get; }

    /// <summary>Adds an observer of whole timesteps.</summary>
    /// <param name="observer">The observer.</param>
    void Attach(ITimestepObserver observer);

    /// <summary>State variables of a population; none for a source.</summary>
    /// <param name="population">The population.</param>
    IReadOnlyList<string> Variables(PopulationInfo population);

    /// <summary>Unit in which pictures show a state variable.</summary>
    /// <param name="population">The population.</param>
    /// <param name="variable">Name of the variable.</param>
    StateUnit Unit(PopulationInfo population, string variable);

    /// <summary>Records a state variable in a file.</summary>
    /// <param name="probe">What to sample.</param>
    /// <param name="folder">Folder of the file.</param>
    /// <param name="trace">Receives the samples as well.</param>
    /// <returns>The file.</returns>
    IResultFile Record(StateProbe probe, string folder, TraceFile trace);

    /// <summary>Gives spikes to an external source.</summary>
    /// <param name="population">Name of the source.</param>
    /// <param name="timesteps">Timestep of every spike, ascending.</param>
    /// <param name="neurons">Neuron of every spike.</param>
    void Inject(string population, IReadOnlyList<long> timesteps, IReadOnlyList<int> neurons);

    /// <summary>Runs timesteps.</summary>
    /// <param name="timesteps">How many.</param>
    /// <param name="cancellation">Stops after a whole timestep.</param>
    void Run(long timesteps, CancellationToken cancellation);

    /// <summary>Goes back to the state before the run, and forgets spikes that were given.</summary>
    void Reset();

    /// <summary>Hash of the state after the last timestep, hexadecimal.</summary>
    string StateHash();
}
