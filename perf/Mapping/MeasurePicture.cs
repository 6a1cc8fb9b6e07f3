using System.Globalization;
using System.Text;

namespace Ganglion.Perf.Mapping;

/// <summary>Bars of the hops that every method leaves, relative to the sequential mapping.</summary>
internal static class MeasurePicture
{
    private const int BarWidth = 320;
    private const int RowHeight = 18;

    private static readonly string[] Colours = ["#8c8c8c", "#c9c9c9", "#5b8ff9", "#e8a33d", "#2a9d6f", "#1f7a56", "#14573d"];

    public static string Draw(IReadOnlyList<MappingMeasure> results)
    {
        StringBuilder picture = new();
        int y = 24;
        foreach (IGrouping<(string, int, string), MappingMeasure> group in results.GroupBy(r => (r.Network, r.Neurons, r.Mesh)))
        {
            MappingMeasure first = group.First();
            double most = group.Max(r => r.SpikeHops);
            Text(picture, 10, y, $"{first.Network}, {first.Neurons:N0} neurons, {first.Mesh} tiles", "bold");
            int colour = 0;
            foreach (MappingMeasure r in group)
            {
                y += RowHeight;
                double width = r.SpikeHops / Math.Max(most, 1e-300) * BarWidth;
                Text(picture, 20, y, r.Method, "normal");
                picture.Append(CultureInfo.InvariantCulture, $"<rect x=\"150\" y=\"{y - 11}\" width=\"{width:0.0}\" height=\"13\" fill=\"{Colours[colour++ % Colours.Length]}\"/>");
                Text(picture, 158 + (int)width, y, $"{r.SpikeHops / Math.Max(first.SpikeHops, 1e-300):P0}", "normal");
            }

            y += RowHeight + 12;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"560\" height=\"{y}\" font-family=\"sans-serif\" font-size=\"12\"><rect width=\"100%\" height=\"100%\" fill=\"white\"/>{picture}</svg>\n");
    }

    private static void Text(StringBuilder picture, int x, int y, FormattableString text, string weight) =>
        Text(picture, x, y, text.ToString(CultureInfo.InvariantCulture), weight);

    private static void Text(StringBuilder picture, int x, int y, string text, string weight) =>
        picture.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-weight=\"{weight}\">{text}</text>");
}
