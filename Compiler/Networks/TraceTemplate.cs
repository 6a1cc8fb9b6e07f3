using Ganglion.ChipSpec.Learning;

namespace Ganglion.Compiler.Networks;

/// <summary>A trace of a learning preset.</summary>
/// <param name="Trace">One of x1, x2, y1, y2, y3.</param>
/// <param name="Impulse">Name of the parameter that is its impulse.</param>
/// <param name="TimeConstant">Name of the parameter that is its time constant, in timesteps.</param>
public sealed record TraceTemplate(RuleVariable Trace, string Impulse, string TimeConstant);
