namespace Ganglion.CommandLine.Map;

/// <summary>A colour for each population, told apart as far as eyes can.</summary>
internal static class PopulationColours
{
    private const double GoldenAngle = 137.50776;

    // After Okabe and Ito 2008, "Color Universal Design", which people with defective colour vision tell apart; without black and the pale yellow.
    private static readonly string[] First = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9"];

    /// <summary>Colour of a population.</summary>
    /// <param name="population">Its number, from 0.</param>
    public static string Of(int population)
    {
        if (population < First.Length)
        {
            return First[population];
        }

        double hue = population * GoldenAngle % 360;
        double lightness = population % 2 == 0 ? 0.42 : 0.6;
        return $"#{Channel(0):x2}{Channel(8):x2}{Channel(4):x2}";

        // https://www.w3.org/TR/css-color-4/#hsl-to-rgb
        int Channel(double offset)
        {
            double k = (offset + (hue / 30)) % 12;
            double chroma = 0.55 * Math.Min(lightness, 1 - lightness);
            return (int)Math.Round(255 * (lightness - (chroma * Math.Max(-1, Math.Min(Math.Min(k - 3, 9 - k), 1)))));
        }
    }
}
