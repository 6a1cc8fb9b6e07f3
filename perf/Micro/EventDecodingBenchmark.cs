using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Ganglion.Protocols;
using Ganglion.Protocols.Eieio;
using Ganglion.Protocols.Faery;
using Ganglion.Protocols.Jaer;
using Ganglion.Protocols.Spif;

namespace Ganglion.Perf.Micro;

/// <summary>Reading the events of full datagrams, against taking the bytes as words; time per event.</summary>
[MemoryDiagnoser]
public class EventDecodingBenchmark
{
    private const int Narrow = 62;
    private const int Wide = 100;
    private const int Words = 256;

    private readonly LiveEvent[] _memory = new LiveEvent[Words];
    private readonly EieioReader _eieio = new(EieioReading.Chip, EieioConfiguredPrefix.OfPopulation(0x0001_0000));
    private byte[] _live = [];
    private byte[] _payloads = [];
    private byte[] _spif = [];
    private byte[] _faeryDatagram = [];
    private byte[] _jaerDatagram = [];
    private FaeryReader _faery = new(FaeryFormat.Time64);
    private JaerReader _jaer = new(new JaerOptions());

    [GlobalSetup]
    public void Setup()
    {
        LiveEvent[] events = [.. Enumerable.Range(0, Words).Select(i => new LiveEvent((uint)(i * 7), LiveEventFields.Payload | LiveEventFields.Timestamp, 1, 5))];
        _live = First(new EieioWriter(EieioFormat.LiveOutput), events);
        _payloads = First(new EieioWriter(new EieioFormat(EieioType.KeyPayload32)), events);
        _spif = First(new SpifWriter(Words), events);
        _faeryDatagram = First(new FaeryWriter(FaeryFormat.Time64), events);
        _jaerDatagram = First(new JaerWriter(new JaerOptions()), events[..Wide]);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Words)]
    public int PlainWords()
    {
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(_spif);
        for (int i = 0; i < words.Length; i++)
        {
            _memory[i] = new LiveEvent(words[i]);
        }

        return words.Length;
    }

    [Benchmark(OperationsPerInvoke = Words)]
    public int Spif() => Read(default(SpifReader), _spif);

    [Benchmark(OperationsPerInvoke = Narrow)]
    public int EieioKey32() => Read(_eieio, _live);

    [Benchmark(OperationsPerInvoke = 31)]
    public int EieioKeyPayload32() => Read(_eieio, _payloads);

    [Benchmark(OperationsPerInvoke = Wide)]
    public int Faery()
    {
        var sink = new LiveEventSpan(_memory);
        _faery.TryRead(_faeryDatagram, ref sink, out _);
        return sink.Count;
    }

    [Benchmark(OperationsPerInvoke = Wide)]
    public int Jaer()
    {
        var sink = new LiveEventSpan(_memory);
        _jaer.TryRead(_jaerDatagram, ref sink, out _);
        return sink.Count;
    }

    private int Read<TReader>(TReader reader, byte[] datagram)
        where TReader : struct, ILiveEventReader
    {
        var sink = new LiveEventSpan(_memory);
        reader.TryRead(datagram, ref sink, out _);
        return sink.Count;
    }

    private static byte[] First<TWriter>(TWriter writer, LiveEvent[] events)
        where TWriter : struct, ILiveEventWriter
    {
        byte[] buffer = new byte[writer.LongestDatagram];
        writer.TryWrite(events, buffer, out _, out int length, out _);
        return buffer[..length];
    }
}
