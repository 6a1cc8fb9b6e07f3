using Ganglion.ChipSpec.Spec;
using Ganglion.Cores;

namespace Ganglion.Emulator.Ledgers;

/// <summary>The latencies of one price table, as the timing model of a timestep needs them; in seconds, 0 where no value is public.</summary>
/// <remarks>
/// A core generates messages and processes those that it receives side by side, so its work is the longer of the two, and learning
/// follows. The timestep lasts as long as the work of the slowest core, plus the barrier. But for learning, this is the model that
/// SANA-FE calls simple (Boyle et al. 2025, doi:10.1109/TCAD.2025.3537971).
/// </remarks>
internal sealed class StepPrices
{
    private readonly double _active;
    private readonly double _inactive;
    private readonly double _dendrite;
    private readonly double _spike;
    private readonly double _messageOut;
    private readonly double _messageIn;
    private readonly double _sparse;
    private readonly double _dense;
    private readonly double _shared;
    private readonly double _learning;

    /// <summary>Takes the latencies of a table.</summary>
    /// <param name="latency">Latency per event.</param>
    public StepPrices(EventPrices latency)
    {
        _active = Seconds(latency.CompartmentActive);
        _inactive = Seconds(latency.CompartmentInactive);
        _dendrite = Seconds(latency.DendriteUpdate);
        _spike = Seconds(latency.Spike);
        _messageOut = Seconds(latency.MessageOut);
        _messageIn = Seconds(latency.MessageIn);
        _sparse = Seconds(latency.SynapticEventSparse);
        _dense = Seconds(latency.SynapticEventDense);
        _shared = Seconds(latency.SynapticEventShared);
        _learning = Seconds(latency.LearningUpdate);
    }

    /// <summary>Time that a core works in a timestep, in seconds.</summary>
    /// <param name="counts">Counts of the timestep.</param>
    public double Work(in CoreCounters counts)
    {
        double generation = (counts.CompartmentsActive * _active) + (counts.CompartmentsInactive * _inactive)
            + (counts.DendriteUpdates * _dendrite) + (counts.Spikes * _spike) + (counts.MessagesOut * _messageOut);
        double processing = (counts.AxonEvents * _messageIn) + (counts.SynapticEventsSparse * _sparse)
            + (counts.SynapticEventsDense * _dense) + (counts.SynapticEventsShared * _shared);
        return Math.Max(generation, processing) + (counts.LearningUpdates * _learning);
    }

    private static double Seconds(Cost? cost) => cost?.InSi ?? 0;
}
