using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Shapes of the populations in the file: their own, or flat where a matrix feeds them, because no node gives values a shape.</summary>
internal static class NirShapePlan
{
    /// <summary>The shapes by name.</summary>
    public static Dictionary<string, int[]> Find(Network network, IEnumerable<(Projection Projection, NirPath Path)> paths)
    {
        Dictionary<string, int[]> shapes = network.Populations.ToDictionary(p => p.Name, p => p.Shape.ToArray(), StringComparer.Ordinal);
        (Projection Projection, NirPath Path)[] all = [.. paths];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach ((Projection projection, NirPath path) in all)
            {
                int[] sent = path.Stages.LastOrDefault(stage => stage.Elements is null)?.Output ?? shapes[projection.Source];
                int[] taken = shapes[projection.Target];
                if (sent.Length == 1 && !NirShape.Fits(sent, taken))
                {
                    shapes[projection.Target] = [(int)NirShape.Volume(taken)];
                    changed = true;
                }
            }
        }

        return shapes;
    }
}
