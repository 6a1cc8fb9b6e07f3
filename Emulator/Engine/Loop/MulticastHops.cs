using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Router;

namespace Ganglion.Emulator.Loop;

/// <summary>The hops of a core's multicast messages: one message per spike, which takes every link of its tree once.</summary>
internal sealed class MulticastHops
{
    private readonly MeshRoute[] _routes;

    /// <summary>Finds the trees of a core.</summary>
    /// <param name="mesh">Mesh of the chip.</param>
    /// <param name="image">The image.</param>
    /// <param name="core">The core.</param>
    public MulticastHops(Mesh mesh, ChipImage image, CoreImage core)
    {
        AxonTable axons = core.AxonsOut;
        _routes = new MeshRoute[axons.First.Length - 1];
        for (int compartment = 0; compartment < _routes.Length; compartment++)
        {
            _routes[compartment] = MeshRoute.Tree(
                mesh,
                new CoreId(core.Core),
                axons.Core[axons.First[compartment]..axons.First[compartment + 1]].Select(destination => new CoreId(image.Cores[destination].Core)));
        }
    }

    /// <summary>Hops so far: along x, along y, between chips.</summary>
    public long[] Hops { get; } = new long[3];

    /// <summary>Counts a spike of a compartment.</summary>
    /// <param name="compartment">The compartment, which has at least one destination.</param>
    public void Count(int compartment)
    {
        MeshRoute route = _routes[compartment];
        Hops[0] += route.EastWest;
        Hops[1] += route.NorthSouth;
        Hops[2] += route.BetweenChips;
    }
}
