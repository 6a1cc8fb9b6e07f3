using System.Text;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Running;

/// <summary>Writes down every timestep as it is observed.</summary>
internal sealed class StepLog : ITimestepObserver
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public List<long> Timesteps { get; } = [];

    public void Observe(in TimestepRecord record)
    {
        Timesteps.Add(record.Timestep);
        _text.Append(record.Timestep).Append(": ").AppendJoin(' ', record.Spikes.ToArray())
            .Append(" | ").Append(record.Counters.SynapticEvents).Append(' ').Append(record.Counters.CompartmentsActive)
            .Append(" | ").AppendJoin(' ', record.Seconds.ToArray())
            .Append(" | ").AppendJoin(' ', record.Messages.ToArray()).AppendLine();
    }
}
