using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;
using Ganglion.Compiler.Reports;

namespace Ganglion.CommandLine.Map;

/// <summary>Draws tiles and cores in the order of the mesh, what the cores hold, and what the links carry.</summary>
/// <param name="map">What to show.</param>
/// <param name="layout">Where everything is.</param>
/// <param name="svg">Receives the picture.</param>
internal sealed class FloorPlan(NetworkMap map, FloorPlanLayout layout, SvgPicture svg)
{
    private const int ListedPopulations = 16;
    private const double SmallestText = 18;
    private const double WidestLink = 0.16;

    private readonly ChipImage _image = map.Image;
    private readonly HashSet<int> _forbidden = [.. map.Forbidden];

    /// <summary>Draws everything.</summary>
    public void Draw()
    {
        string whole = layout.IsWhole ? "" : ", the part in use";
        svg.Text(20, 28, "start", $"{_image.NetworkName} on {map.Chip.Id}{whole}", SvgPicture.Bold);
        svg.Text(20, 47, "start", Summary(), SvgPicture.Pale);
        DrawChips();
        DrawTiles();
        foreach (LinkLoad link in map.Traffic.Links.OrderBy(link => link.Load))
        {
            DrawLink(link);
        }

        for (int i = 0; i < _image.Cores.Count; i++)
        {
            DrawCore(_image.Cores[i], map.Binding.Amounts[i]);
        }

        DrawLegend();
    }

    private string Summary()
    {
        int neurons = _image.Populations.Where(population => !population.IsSource).Sum(population => population.Count);
        return $"{Quantity.Count(neurons, "neuron")} on {Quantity.Count(_image.Cores.Count, "core")}; {Quantity.Number(map.Traffic.Hops)} hops {(map.HasActivity ? "per timestep" : "when every neuron fires once")}";
    }

    /// <summary>The outlines of the chips of a board.</summary>
    private void DrawChips()
    {
        if (map.Chip.Mesh.Board is null)
        {
            return;
        }

        double margin = layout.Gap * 0.4;
        foreach (IGrouping<int, int> chip in layout.Tiles.GroupBy(map.Chip.Mesh.ChipOf))
        {
            (double left, double top) = (chip.Min(tile => layout.Corner(tile).X) - margin, chip.Min(tile => layout.Corner(tile).Y) - margin);
            double width = chip.Max(tile => layout.Corner(tile).X) + layout.TileSize + margin - left;
            double height = chip.Max(tile => layout.Corner(tile).Y) + layout.TileSize + margin - top;
            svg.Add($"<rect x=\"{left:0.##}\" y=\"{top:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" rx=\"4\" fill=\"#eceff3\" stroke=\"#8a94a0\" stroke-width=\"1.2\"/>");
        }
    }

    private void DrawTiles()
    {
        foreach (int tile in layout.Tiles)
        {
            (double x, double y) = layout.Corner(tile);
            svg.Add($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{layout.TileSize:0.##}\" height=\"{layout.TileSize:0.##}\" rx=\"{layout.TileSize * 0.04:0.##}\" fill=\"#f6f6f6\" stroke=\"#bbb\" stroke-width=\"0.7\"/>");
            for (int core = tile * map.Chip.Mesh.CoresPerTile; core < (tile + 1) * map.Chip.Mesh.CoresPerTile; core++)
            {
                DrawEmptyCore(core);
            }
        }
    }

    private void DrawEmptyCore(int core)
    {
        (double x, double y, double size) = Box(core);
        svg.Add($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{size:0.##}\" height=\"{size:0.##}\" fill=\"white\" stroke=\"#ddd\" stroke-width=\"0.6\"/>");
        if (_forbidden.Contains(core))
        {
            svg.Add($"<path d=\"M{x:0.##} {y:0.##}l{size:0.##} {size:0.##}m0 {-size:0.##}l{-size:0.##} {size:0.##}\" stroke=\"#999\" stroke-width=\"1\"/>");
        }
    }

    /// <summary>A core is as full of colour as it is used; its width is shared by its populations.</summary>
    private void DrawCore(CoreImage core, long amount)
    {
        (double x, double y, double size) = Box(core.Core);
        double used = Math.Min(1, (double)amount / map.Binding.Limit);
        int neurons = core.Runs.Sum(run => run.Count);
        double left = x;
        foreach (IGrouping<int, CompartmentRun> population in core.Runs.GroupBy(run => run.Population))
        {
            double width = size * population.Sum(run => run.Count) / neurons;
            string colour = PopulationColours.Of(population.Key);
            svg.Add($"<rect x=\"{left:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{size:0.##}\" fill=\"{colour}\" fill-opacity=\"0.22\"/>");
            svg.Add($"<rect x=\"{left:0.##}\" y=\"{y + (size * (1 - used)):0.##}\" width=\"{width:0.##}\" height=\"{size * used:0.##}\" fill=\"{colour}\"/>");
            left += width;
        }

        svg.Add($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{size:0.##}\" height=\"{size:0.##}\" fill=\"none\" stroke=\"#333\" stroke-width=\"0.8\"/>");
        if (size >= SmallestText)
        {
            double font = Math.Min(13, size * 0.29);
            string style = $"font-size=\"{font:0.#}\" stroke=\"white\" stroke-width=\"{font * 0.22:0.#}\" paint-order=\"stroke\" stroke-linejoin=\"round\"";
            svg.Text(x + (size / 2), y + (font * 1.15), "middle", $"{core.Core}", style);
            svg.Text(x + (size / 2), y + size - (font * 0.4), "middle", FormattableString.Invariant($"{100 * used:0} %"), style);
        }
    }

    /// <summary>An arrow on the right-hand side of the way from tile to tile.</summary>
    private void DrawLink(LinkLoad link)
    {
        (double fromX, double fromY) = layout.Corner(link.From);
        (double toX, double toY) = layout.Corner(link.To);
        (int right, int down) = (Math.Sign(toX - fromX), Math.Sign(toY - fromY));
        double share = Share(link.Load);
        double side = layout.TileSize * 0.12;
        double half = layout.TileSize / 2;
        double startX = fromX + half + (right * half) - (down * side);
        double startY = fromY + half + (down * half) + (right * side);
        double width = Thickness(share);
        double head = Math.Min(layout.Gap * 0.6, Math.Max(4, width * 1.6));
        double shaft = layout.Gap - head;
        string colour = Colour(share);
        svg.Add($"<path d=\"M{startX:0.##} {startY:0.##}l{right * shaft:0.##} {down * shaft:0.##}\" stroke=\"{colour}\" stroke-width=\"{width:0.##}\"/>");
        double wing = Math.Max(2.4, width * 0.95);
        svg.Add($"<path d=\"M{startX + (right * shaft) - (down * wing):0.##} {startY + (down * shaft) + (right * wing):0.##}L{startX + (right * layout.Gap):0.##} {startY + (down * layout.Gap):0.##}L{startX + (right * shaft) + (down * wing):0.##} {startY + (down * shaft) - (right * wing):0.##}z\" fill=\"{colour}\"/>");
    }

    private void DrawLegend()
    {
        double x = layout.LegendLeft;
        double y = 76;
        svg.Text(x, y, "start", "Populations", SvgPicture.Bold);
        (PopulationImage Population, int Index)[] shown = [.. _image.Populations.Select((population, i) => (population, i)).Where(p => !p.population.IsSource)];
        foreach ((PopulationImage population, int index) in shown.Take(ListedPopulations))
        {
            y += 20;
            svg.Add($"<rect x=\"{x:0.##}\" y=\"{y - 11:0.##}\" width=\"14\" height=\"14\" fill=\"{PopulationColours.Of(index)}\"/>");
            int cores = _image.Cores.Count(core => core.Runs.Any(run => run.Population == index));
            svg.Text(x + 20, y, "start", $"{Shorten(population.Name)}: {Quantity.Count(population.Count)} on {Quantity.Count(cores, "core")}");
        }

        if (shown.Length > ListedPopulations)
        {
            y += 20;
            svg.Text(x + 20, y, "start", $"and {Quantity.Count(shown.Length - ListedPopulations)} more", SvgPicture.Pale);
        }

        y += 34;
        svg.Text(x, y, "start", "Filled height of a core", SvgPicture.Bold);
        svg.Text(x, y + 20, "start", map.Binding.Resource);
        svg.Text(x, y + 38, "start", map.Binding.IsLimited ? $"full: {Quantity.Count(map.Binding.Limit)}, the chip's limit" : $"full: {Quantity.Count(map.Binding.Limit)}, the largest use", SvgPicture.Pale);
        y += 72;
        DrawLinkLegend(x, y);
    }

    private void DrawLinkLegend(double x, double y)
    {
        svg.Text(x, y, "start", map.HasActivity ? "Messages per timestep over a link" : "Messages over a link", SvgPicture.Bold);
        if (map.Traffic.Links.Count == 0)
        {
            svg.Text(x, y + 20, "start", "none between tiles", SvgPicture.Pale);
            return;
        }

        double peak = map.Traffic.PeakLinkLoad;
        foreach (double share in (double[])[1, 0.5, 0.1])
        {
            y += 22;
            svg.Add($"<path d=\"M{x:0.##} {y - 5:0.##}h40\" stroke=\"{Colour(share)}\" stroke-width=\"{Thickness(share):0.##}\"/>");
            svg.Text(x + 50, y, "start", Quantity.Number(peak * share) + (share == 1 ? ", the busiest link" : ""));
        }
    }

    private (double X, double Y, double Size) Box(int core)
    {
        (double x, double y) = layout.Corner(new CoreId(core));
        double inset = layout.CoreSize * 0.06;
        return (x + inset, y + inset, layout.CoreSize - (2 * inset));
    }

    private double Share(double load) => map.Traffic.PeakLinkLoad > 0 ? load / map.Traffic.PeakLinkLoad : 0;

    private double Thickness(double share) => 0.8 + (layout.TileSize * WidestLink * share * 0.8);

    /// <summary>From grey to red.</summary>
    private static string Colour(double share)
    {
        int Mix(int from, int to) => (int)Math.Round(from + ((to - from) * share));
        return $"#{Mix(0xaa, 0xc4):x2}{Mix(0xaa, 0x1e):x2}{Mix(0xaa, 0x1e):x2}";
    }

    private static string Shorten(string name) => name.Length <= 18 ? name : name[..17] + "…";
}
