using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Tests.Neurons;

/// <summary>One compartment that is stepped both ways, which must agree.</summary>
internal sealed class SingleCompartment
{
    private readonly LoihiCubaLif _scalar;
    private readonly CompartmentTable _scalarTable;
    private readonly Core<LoihiCubaLif> _core;
    private long _timestep;

    public SingleCompartment(params (string Name, int Value)[] columns)
    {
        ChipSpec.Image.CoreImage image = CoreImages.Of(
            1, CoreImages.NoSynapses, [.. columns.Select(column => (column.Name, new[] { column.Value }))]);
        _scalarTable = new CompartmentTable(LoihiCubaLif.Variables, image);
        _scalar = LoihiCubaLif.Bind(_scalarTable);
        _core = new Core<LoihiCubaLif>(image);
    }

    public int U => _scalarTable["u"][0];

    public int V => _scalarTable["v"][0];

    /// <summary>Steps with an input; returns whether the compartment fired.</summary>
    public bool Step(int input = 0)
    {
        SomaStep step = _scalar.Step(0, input);
        _core.Dendrites.Accumulators[0] = input;
        _core.Update(++_timestep);

        Assert.Equal(U, _core.Table["u"][0]);
        Assert.Equal(V, _core.Table["v"][0]);
        Assert.Equal(step.Spiked, _core.Spikes.Length == 1);
        return step.Spiked;
    }

    /// <summary>Steps without input; returns the potential after each step.</summary>
    public int[] Potentials(int steps)
    {
        int[] potentials = new int[steps];
        for (int i = 0; i < steps; i++)
        {
            Step();
            potentials[i] = V;
        }

        return potentials;
    }
}
