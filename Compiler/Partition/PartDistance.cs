namespace Ganglion.Compiler.Partition;

/// <summary>What a message from one part to another costs: hops of the mesh, and a price for leaving the core.</summary>
/// <param name="X">Column of every part's tile; all 0 while parts have no place.</param>
/// <param name="Y">Row of every part's tile.</param>
/// <param name="Message">Price of a message between different parts, in hops.</param>
internal sealed record PartDistance(int[] X, int[] Y, double Message)
{
    /// <summary>All parts equally far from each other: a spike costs the number of other parts that it reaches.</summary>
    public static PartDistance Equal(int parts) => new(new int[parts], new int[parts], 1);

    /// <summary>Cost of one message.</summary>
    public double Between(int a, int b) => a == b ? 0 : Message + Math.Abs(X[a] - X[b]) + Math.Abs(Y[a] - Y[b]);

    /// <summary>Cost of all spikes of a timestep.</summary>
    public double Cost(Assignment assignment)
    {
        SpikeGraph graph = assignment.Graph;
        double sum = 0;
        for (int edge = 0; edge < graph.Edges; edge++)
        {
            double each = 0;
            int home = graph.Source[edge] < 0 ? -1 : assignment.Part[graph.Source[edge]];
            foreach (int part in assignment.Reached(edge))
            {
                each += home < 0 ? Message : Between(home, part);
            }

            sum += each * graph.Rate[edge];
        }

        return sum;
    }
}
