using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Tests.Neurons;

/// <summary>The scalar step of the model is the oracle of the vector step, which the core uses.</summary>
public sealed class ScalarVersusVectorTests
{
    private const int Steps = 12;
    private const int Limit = 1 << 23;

    private static readonly Gen<int> State = Gen.OneOf(
        Gen.Int[-Limit, Limit - 1], Gen.Int[-3, 3], Gen.OneOf(-Limit, -Limit + 1, -4096, -4095, 0, 4095, 4096, Limit - 1));

    private static readonly Gen<int> Decay = Gen.OneOf(Gen.Int[0, 4096], Gen.OneOf(0, 1, 2048, 4095, 4096));

    private static readonly Gen<int> Accumulator = Gen.OneOf(
        Gen.Int[-200, 200], Gen.Int, Gen.OneOf(0, 0, 0, 1 << 16, (1 << 16) | 0x7FFF, 0x8000, int.MinValue, -1));

    private static readonly (string Name, Gen<int> Values)[] Columns =
    [
        ("currentDecay", Decay),
        ("potentialDecay", Decay),
        ("threshold", Gen.OneOf(Gen.Int[0, 131071].Select(mantissa => mantissa << 6), Gen.OneOf(0, 64, 131071 << 6))),
        ("bias", Gen.OneOf(Gen.Const(0), Gen.Int[-4096, 4095].Select(Gen.Int[0, 7], (mantissa, exponent) => mantissa << exponent))),
        ("refractory", Gen.OneOf(Gen.Const(1), Gen.Int[1, 64])),
        ("minimumPotential", Gen.Int[0, 23].Select(exponent => -(1 << exponent) + 1)),
        ("maximumPotential", Gen.Int[0, 7].Select(exponent => (1 << (9 + (2 * exponent))) - 1)),
        ("u", State),
        ("v", State),
        ("refractoryCounter", Gen.OneOf(Gen.Const(0), Gen.Int[0, 64])),
    ];

    /// <summary>One array per compartment, one value per column.</summary>
    private static readonly Gen<int[][]> Compartments = Gen.Select(
        Columns[0].Values, Columns[1].Values, Columns[2].Values, Columns[3].Values, Columns[4].Values,
        Columns[5].Values, Columns[6].Values, Columns[7].Values, Columns[8].Values, Columns[9].Values,
        (a, b, c, d, e, f, g, h, i, j) => new[] { a, b, c, d, e, f, g, h, i, j }).Array[1, 19];

    [Fact]
    public void Vector_step_equals_scalar_step_for_any_parameters_state_and_input() =>
        Gen.Select(Compartments, Accumulator.Array[Steps * 24]).Sample(Compare, iter: 3000);

    private static void Compare(int[][] parameters, int[] inputs)
    {
        int compartments = parameters.Length;
        CoreImage image = CoreImages.Of(compartments, CoreImages.NoSynapses,
            [.. Columns.Select((column, index) => (column.Name, parameters.Select(values => values[index]).ToArray()))]);
        var oracleTable = new CompartmentTable(LoihiCubaLif.Variables, image);
        var oracle = LoihiCubaLif.Bind(oracleTable);
        var core = new Core<LoihiCubaLif>(image);
        for (int step = 1; step <= Steps; step++)
        {
            ReadOnlySpan<int> input = inputs.AsSpan((step - 1) * 24, compartments);
            input.CopyTo(core.Dendrites.Accumulators);
            CoreCounters before = core.Counters;
            core.Update(step);
            (List<int> fired, int active, bool changed) = StepAll(oracle, input);

            Assert.Equal(fired, core.Spikes.ToArray());
            Assert.Equal(active, core.Counters.Since(before).CompartmentsActive);
            Assert.Equal(compartments - active, core.Counters.Since(before).CompartmentsInactive);
            Assert.Equal(input.ToArray().Count(value => value != 0), core.Counters.Since(before).DendriteUpdates);
            Assert.Equal(changed || fired.Count > 0 || input.ContainsAnyExcept(0), core.NeedsUpdate(step + 1));
            foreach (NeuronVariable variable in LoihiCubaLif.Variables)
            {
                Assert.Equal(oracleTable[variable.Name], core.Table[variable.Name]);
            }
        }
    }

    private static (List<int> Fired, int Active, bool Changed) StepAll(LoihiCubaLif oracle, ReadOnlySpan<int> input)
    {
        List<int> fired = [];
        int active = 0;
        bool changed = false;
        for (int compartment = 0; compartment < input.Length; compartment++)
        {
            SomaStep step = oracle.Step(compartment, input[compartment]);
            if (step.Spiked)
            {
                fired.Add(compartment);
            }

            active += step.Active ? 1 : 0;
            changed |= step.Changed;
        }

        return (fired, active, changed);
    }
}
