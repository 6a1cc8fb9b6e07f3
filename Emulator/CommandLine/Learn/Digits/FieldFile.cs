using System.Globalization;
using System.Text;
using Ganglion.CommandLine.Results;
using Ganglion.Emulator;

namespace Ganglion.CommandLine.Learn.Digits;

/// <summary><c>fields.svg</c>: the weights of the busiest neurons as images, a row for each digit.</summary>
internal sealed class FieldFile : IResultFile
{
    private const int Digits = 10;
    private const int Columns = 12;
    private const int Side = 8;
    private const int Shades = 8;
    private const int LargestWeight = 255;
    private const double Pixel = 6;
    private const double Cell = (Side * Pixel) + 8;
    private const double Left = 50;
    private const double Top = 44;

    private readonly int[][] _fields;
    private readonly int[][] _rows;
    private readonly PendingFile _file;

    /// <summary>Begins the picture.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="synapses">Synapses from pixels to neurons.</param>
    /// <param name="names">Names of the neurons.</param>
    /// <param name="neurons">Number of neurons.</param>
    public FieldFile(string folder, IReadOnlyList<PlasticSynapse> synapses, NeuronNames names, int neurons)
    {
        _fields = [.. Enumerable.Range(0, neurons).Select(_ => new int[Side * Side])];
        foreach (PlasticSynapse synapse in synapses)
        {
            _fields[synapse.Target][synapse.Source] = synapse.Weight;
        }

        _rows =
        [
            .. Enumerable.Range(0, Digits).Select(digit => Enumerable.Range(0, neurons)
                .Where(neuron => names.SpikesOf(neuron) > 0 && names.NameOf(neuron) == digit)
                .OrderByDescending(names.SpikesOf).Take(Columns).ToArray()),
        ];
        _file = new PendingFile(Path.Combine(folder, Name));
    }

    /// <inheritdoc/>
    public string Name => "fields.svg";

    /// <inheritdoc/>
    public void Complete()
    {
        using (var svg = new SvgPicture(_file.Stream, Left + (Columns * Cell) + 10, Top + (Digits * Cell) + 10))
        {
            svg.Text(Left, Top - 16, "start", "weights of the neurons that fire most for each digit", SvgPicture.Bold);
            for (int digit = 0; digit < Digits; digit++)
            {
                svg.Text(Left - 14, Top + (digit * Cell) + (Cell / 2), "end", $"{digit}");
                for (int column = 0; column < _rows[digit].Length; column++)
                {
                    Draw(svg, _fields[_rows[digit][column]], Left + (column * Cell), Top + (digit * Cell));
                }
            }
        }

        _file.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Draw(SvgPicture svg, int[] field, double x, double y)
    {
        svg.Add($"<g transform=\"translate({x:0.#} {y:0.#}) scale({Pixel})\">");
        for (int shade = 1; shade <= Shades; shade++)
        {
            var path = new StringBuilder();
            for (int pixel = 0; pixel < field.Length; pixel++)
            {
                if (((field[pixel] * Shades) + (LargestWeight / 2)) / LargestWeight == shade)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{pixel % Side} {pixel / Side}h1v1h-1z");
                }
            }

            if (path.Length > 0)
            {
                svg.Add($"<path d=\"{path}\" fill=\"{SvgPicture.Ink}\" fill-opacity=\"{(double)shade / Shades:0.##}\"/>");
            }
        }

        svg.Add($"<rect width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#bbb\" stroke-width=\"0.1\"/>");
        svg.Add($"</g>");
    }
}
