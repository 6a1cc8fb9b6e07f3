namespace Ganglion.CommandLine.Learn.Fashion;

/// <summary>An image of Fashion-MNIST.</summary>
/// <param name="Number">Its place in its file, from 0.</param>
/// <param name="Label">Its class, 0 to 9.</param>
/// <param name="Pixels">14×14 brightnesses, row by row, 0 to 1.</param>
internal sealed record FashionImage(int Number, int Label, double[] Pixels);
