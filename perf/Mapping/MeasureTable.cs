using System.Globalization;

namespace Ganglion.Perf.Mapping;

/// <summary>Results side by side, with hops relative to the sequential mapping.</summary>
internal static class MeasureTable
{
    public static void Write(TextWriter output, IReadOnlyList<MappingMeasure> results)
    {
        foreach (IGrouping<(string, int, string), MappingMeasure> group in results.GroupBy(r => (r.Network, r.Neurons, r.Mesh)))
        {
            MappingMeasure first = group.First();
            output.WriteLine();
            output.WriteLine(Invariant($"{first.Network}: {first.Neurons:N0} neurons, {first.Synapses:N0} synapses, mesh {first.Mesh}"));
            output.WriteLine(
                "method                cut/step     hops/step   vs seq.   peak link  mean link  cores  filled  in-ax  out-ax      pJ/step       ns    seconds    cpu s       MB");
            foreach (MappingMeasure r in group)
            {
                output.WriteLine(Invariant(
                    $"{r.Method,-19}{r.CutMessages,11:N2}{r.SpikeHops,14:N2}{(r.SpikeHops / first.SpikeHops) - 1,10:+0.0%;-0.0%}{r.PeakLink,12:N2}{r.MeanLink,11:N2}{r.Cores,7}{r.Compartments,8:P0}{r.MostInAxons,7}{r.MostOutAxons,8}{r.Picojoules,13:N1}{r.Nanoseconds,9:N1}{r.Seconds,11:N2}{r.ProcessorSeconds,9:N2}{r.Megabytes,9:N0}{(r.Fits ? "" : "  DOES NOT FIT")}"));
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
