namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>The synapses onto the neurons of one population on one core, in physical units, with their fit.</summary>
internal sealed class FittedBlock
{
    /// <summary>Fits the synapses.</summary>
    /// <param name="population">The population.</param>
    /// <param name="neurons">Its neurons on the core, ascending.</param>
    public FittedBlock(CrossbarPopulation population, int[] neurons)
    {
        (Population, Neurons) = (population, neurons);
        Dictionary<int, int> rowOf = neurons.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        Afferents = [.. neurons.SelectMany(neuron => population.AxonsOf[neuron]).Select(axon => population.Axons[axon].Afferent).Distinct().Order()];
        Weights = new double[neurons.Length, Afferents.Length];
        for (int column = 0; column < Afferents.Length; column++)
        {
            Afferent afferent = population.Afferents[Afferents[column]];
            for (int i = 0; i < afferent.Targets.Length; i++)
            {
                if (rowOf.TryGetValue(afferent.Targets[i], out int row))
                {
                    Weights[row, column] = afferent.Weights[i];
                }
            }
        }

        Fit = WeightFit.Fit(Weights, population.Digits);
    }

    /// <summary>The population.</summary>
    public CrossbarPopulation Population { get; }

    /// <summary>Neurons of the rows.</summary>
    public int[] Neurons { get; }

    /// <summary>Afferents of the columns.</summary>
    public int[] Afferents { get; }

    /// <summary>Weights, <c>[row, column]</c>; 0 where there is no synapse.</summary>
    public double[,] Weights { get; }

    /// <summary>What they became.</summary>
    public WeightFit Fit { get; }

    /// <summary>The axons of the block that reach any of its neurons.</summary>
    /// <param name="firstNeuron">Logical id of the population's first neuron.</param>
    public IEnumerable<CoreAxon> Axons(int firstNeuron)
    {
        for (int column = 0; column < Afferents.Length; column++)
        {
            Afferent afferent = Population.Afferents[Afferents[column]];
            for (int digit = 0; digit < Fit.TypesOf[column].Length; digit++)
            {
                int[] targets = [.. Enumerable.Range(0, Neurons.Length).Where(row => (Fit.Connections[row, column] >> digit & 1) != 0).Select(row => firstNeuron + Neurons[row])];
                if (targets.Length > 0)
                {
                    yield return new CoreAxon(afferent.Source, afferent.Delay, Fit.TypesOf[column][digit], targets);
                }
            }
        }
    }

    /// <summary>What a synapse became.</summary>
    /// <param name="row">Row.</param>
    /// <param name="column">Column.</param>
    /// <param name="weightOf">Weight of a type, in units of the registers.</param>
    public long Sum(int row, int column, Func<int, int> weightOf)
    {
        long sum = 0;
        int[] types = Fit.TypesOf[column];
        for (int digit = 0; digit < types.Length; digit++)
        {
            sum += (Fit.Connections[row, column] >> digit & 1) * weightOf(types[digit]);
        }

        return sum;
    }
}
