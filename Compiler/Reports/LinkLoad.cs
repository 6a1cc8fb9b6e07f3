namespace Ganglion.Compiler.Reports;

/// <summary>Messages over one link of the mesh, in one direction.</summary>
/// <param name="From">Tile that sends.</param>
/// <param name="To">Neighbouring tile that receives.</param>
/// <param name="Load">Messages per timestep; when no activity is known, messages when every neuron fires once.</param>
public sealed record LinkLoad(int From, int To, double Load);
