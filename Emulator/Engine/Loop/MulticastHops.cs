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

    /// <summary>Hops along x so far.</summary>
    public long EastWest { get; private set; }

    /// <summary>Hops along y so far.</summary>
    public long NorthSouth { get; private set; }

    /// <summary>Hops between chips so far.</summary>
    public long BetweenChips { get; private set; }

    /// <summary>Counts a spike of a compartment.</summary>
    /// <param name="compartment">The compartment, which has at least one destination.</param>
    public void Count(int compartment)
    {
        MeshRoute route = _routes[compartment];
        EastWest += route.EastWest;
        NorthSouth += route.NorthSouth;
        BetweenChips += route.BetweenChips;
    }
}
