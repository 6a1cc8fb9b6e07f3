using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Allocate;

namespace Ganglion.Compiler.Reports;

/// <summary>Measures how well an image fits its chip.</summary>
internal static class QualityMeter
{
    public static MappingQuality Measure(ChipImage image, ChipSpec.Spec.ChipSpec chip, CompilerOptions options)
    {
        Mesh mesh = chip.Mesh;
        long axons = 0;
        long cut = 0;
        long hops = 0;
        for (int i = 0; i < image.Cores.Count; i++)
        {
            int source = mesh.TileOf(new CoreId(image.Cores[i].Core));
            foreach (int destination in image.Cores[i].AxonsOut.Core)
            {
                int target = mesh.TileOf(new CoreId(image.Cores[destination].Core));
                axons++;
                cut += destination == i ? 0 : 1;
                hops += Math.Abs(mesh.X(source) - mesh.X(target)) + Math.Abs(mesh.Y(source) - mesh.Y(target));
            }
        }

        MappingTraffic traffic = MappingTraffic.Measure(image, chip, options.Activity);
        return new MappingQuality
        {
            Cores = image.Cores.Count,
            Tiles = image.Cores.Select(c => mesh.TileOf(new CoreId(c.Core))).Distinct().Count(),
            Synapses = image.Cores.Sum(c => c.Usage.Synapses),
            Axons = axons,
            CutAxons = cut,
            SpikeHops = hops,
            CutTraffic = traffic.CutMessages,
            WeightedHops = traffic.Hops,
            PeakLinkLoad = traffic.PeakLinkLoad,
            MeanLinkLoad = traffic.MeanLinkLoad,
            Utilization = Utilization(image, chip.Core),
        };
    }

    private static ResourceUtilization[] Utilization(ChipImage image, CoreLimits limits) =>
    [
        .. image.Cores
            .SelectMany(core => UsageCheck.Compare(core.Usage, limits))
            .GroupBy(use => use.Resource)
            .Select(uses => new ResourceUtilization(uses.Key, uses.Max(u => u.Amount), uses.Average(u => u.Amount), uses.First().Limit)),
    ];
}
