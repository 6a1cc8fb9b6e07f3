namespace Ganglion.Protocols.Spynnaker;

/// <summary>A sink before a sink that lets only keys of one population through.</summary>
internal ref struct KeyCheck<TSink>(TSink inner, LivePopulation population)
    : ILiveEventSink
    where TSink : struct, ILiveEventSink, allows ref struct
{
    private readonly uint _first = population.FirstKey;
    private readonly uint _neurons = (uint)population.Neurons;

    /// <summary>A field, so that the sink is called in its place and not as a copy.</summary>
    public TSink Inner = inner;

    public long Taken { get; private set; }

    public long Refused { get; private set; }

    public void Take(in LiveEvent liveEvent)
    {
        if (unchecked(liveEvent.Key - _first) < _neurons)
        {
            Taken++;
            Inner.Take(liveEvent);
        }
        else
        {
            Refused++;
        }
    }
}
