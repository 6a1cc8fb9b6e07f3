using System.Net;

namespace Ganglion.CommandLine.Results;

/// <summary>Writes a picture as SVG, on a white ground.</summary>
internal sealed class SvgPicture : IDisposable
{
    /// <summary>Colour of what was measured.</summary>
    public const string Ink = "#1f5f8b";

    /// <summary>Style of titles.</summary>
    public const string Bold = "font-weight=\"bold\"";

    /// <summary>Style of what explains.</summary>
    public const string Pale = "fill=\"#555\"";

    private readonly StreamWriter _writer;

    /// <summary>Begins the picture.</summary>
    /// <param name="stream">Receives it; stays open.</param>
    /// <param name="width">Width, in the unit of all coordinates.</param>
    /// <param name="height">Height.</param>
    public SvgPicture(Stream stream, double width, double height)
    {
        _writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0.#} {height:0.#}\" font-family=\"sans-serif\" font-size=\"13\">");
        Add($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
    }

    /// <summary>Adds an element.</summary>
    /// <param name="element">Its markup; numbers get a decimal point in every culture.</param>
    public void Add(FormattableString element) => _writer.WriteLine(FormattableString.Invariant(element));

    /// <summary>Adds a text.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="text">The text, without markup.</param>
    /// <param name="attributes">Further attributes.</param>
    public void Text(double x, double y, string anchor, string text, string attributes = "") =>
        Add($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" {attributes}>{WebUtility.HtmlEncode(text)}</text>");

    /// <summary>Adds an axis of timesteps from 0.</summary>
    /// <param name="left">Where timestep 0 is.</param>
    /// <param name="bottom">Height of the axis.</param>
    /// <param name="width">Length of the axis.</param>
    /// <param name="timesteps">Timesteps that the length stands for.</param>
    /// <param name="label">What it says below.</param>
    public void TimeAxis(double left, double bottom, double width, double timesteps, string label)
    {
        foreach (double timestep in AxisTicks.Between(0, timesteps, AxisTicks.Step(timesteps)))
        {
            double x = left + (width * timestep / timesteps);
            Add($"<path d=\"M{x:0.##} {bottom}v5\" stroke=\"#444\"/>");
            Text(x, bottom + 20, "middle", AxisTicks.Format(timestep));
        }

        Text(left + (width / 2), bottom + 44, "middle", label);
    }

    /// <summary>Ends the picture.</summary>
    public void Dispose()
    {
        _writer.WriteLine("</svg>");
        _writer.Dispose();
    }
}
