using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Route;

/// <summary>Findings about the ways of messages, <c>GAN2303</c> to <c>GAN2307</c>.</summary>
public static class RouteDiagnostics
{
    /// <summary>A router's table is full.</summary>
    public static readonly DiagnosticDescriptor TableFull = Error("GAN2303", "A router has too few entries", """
        Routers that compare keys and masks hold a limited number of entries. A share of a population on a core needs one wherever its messages
        turn, branch or end; entries of one route are merged as far as no key in use would go elsewhere. What is left exceeds the table.

        Use fewer and larger shares, or place cores that talk to each other closer together. Example: 1023 entries per router of SpiNNaker 1.
        """);

    /// <summary>There are too few keys.</summary>
    public static readonly DiagnosticDescriptor KeysExhausted = Error("GAN2304", "There are too few keys for the neurons", """
        Each share of a population on a core has a block of keys, as large as the next power of two, so that routers can compare the upper bits
        alone. The blocks together exceed the width of a key.

        Map fewer neurons, or let populations take fewer cores. Example: a population of 1025 neurons on one core takes 2048 keys.
        """);

    /// <summary>A tile has more cores than routes can name.</summary>
    public static readonly DiagnosticDescriptor TooManyCoresPerRouter = Error("GAN2305", "A router has more cores than its routes can name", """
        An entry of a router's table names the four neighbours and the cores of its tile by one bit each, in a word of 64 bits. This chip has
        more cores per tile.

        Describe the chip with smaller tiles. Example: 18 cores per tile fit, 61 do not.
        """);

    /// <summary>Messages can wait for each other.</summary>
    public static readonly DiagnosticDescriptor MayDeadlock = new("GAN2306", DiagnosticSeverity.Warning, "Messages may wait for each other without end", """
        A message that holds a link waits for the next one of its way. Where the links of several ways follow each other in a circle, all of
        them may wait: the network on chip then stands still (Dally and Seitz 1987). Routing along x first and then along y has no such circle.

        Choose a routing rule without circles, such as `xy`. Example: four messages that each turn right around the same square.
        """);

    /// <summary>An edge between chips carries too much.</summary>
    public static readonly DiagnosticDescriptor EdgeOverloaded = new("GAN2307", DiagnosticSeverity.Warning, "An edge between chips may be too slow", """
        All messages from a chip to its neighbour share the links of one edge, and the board limits how many pass in a timestep. More of them
        make the timestep last longer than the chip time says, which knows no queues.

        Give the activity with `--activity`, map with more effort, or put populations that talk to each other on one chip. Example: 20,000
        messages in a timestep over an edge that passes 10,000.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [TableFull, KeysExhausted, TooManyCoresPerRouter, MayDeadlock, EdgeOverloaded];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
