using Ganglion.ChipSpec.Learning;

namespace Ganglion.Compiler.Networks;

/// <summary>Makes a projection drive a trace of its target neurons, such as a reward, instead of their membrane.</summary>
/// <param name="Trace">1 to 3 for y1 to y3, in every plastic projection onto the target.</param>
/// <param name="Mode">How what arrives becomes the trace.</param>
public sealed record ThirdFactor(int Trace, ThirdFactorMode Mode = ThirdFactorMode.Level);
