using BenchmarkDotNet.Attributes;
using Ganglion.ChipSpec.Image;
using Ganglion.Router;

namespace Ganglion.Perf.Micro;

/// <summary>One timestep's exchange between two endpoints: each sends a closing batch and waits for the other's.</summary>
public class ChannelExchangeBenchmark : IDisposable
{
    private const int Exchanges = 1_000;
    private readonly BatchPool _pool = new();
    private readonly Inbox _left = new();
    private readonly Inbox _right = new();

    /// <summary>Address events in every batch.</summary>
    [Params(0, 256)]
    public int Events { get; set; }

    [Benchmark(OperationsPerInvoke = Exchanges)]
    public void Exchange()
    {
        var other = new Thread(() => Run(1, _right, _left));
        other.Start();
        Run(0, _left, _right);
        other.Join();
    }

    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Run(int sender, Inbox own, Inbox other)
    {
        var outbox = new Outbox(sender, other, _pool, static () => Thread.Yield());
        for (int timestep = 0; timestep < Exchanges; timestep++)
        {
            outbox.Begin(timestep);
            for (int i = 0; i < Events; i++)
            {
                outbox.Add(new AddressEvent(0, i, Payload: 1));
            }

            outbox.Close();
            _pool.Return(own.Receive());
        }
    }
}
