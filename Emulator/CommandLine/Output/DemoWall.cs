namespace Ganglion.CommandLine.Output;

/// <summary>Wall time, in seconds, of mapping and of the images on the emulated chip.</summary>
internal sealed record DemoWall(double CompileSeconds, double Seconds, double ImagesPerSecond);
