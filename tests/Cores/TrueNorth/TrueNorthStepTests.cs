using System.Runtime.Intrinsics;
using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;
using Ganglion.Cores.TrueNorth;

namespace Ganglion.Cores.Tests.TrueNorth;

/// <summary>The scalar step of the model is the oracle of the vector step, which the core uses.</summary>
public sealed class TrueNorthStepTests
{
    private const int Steps = 10;
    private const int Lanes = CompartmentTable.Lanes;
    private const int Limit = 1 << 19;

    private static readonly Gen<int> Flag = Gen.Int[0, 1];

    private static readonly Gen<int> Small = Gen.OneOf(Gen.Int[-12, 12], Gen.Int[-255, 255]);

    private static readonly Gen<int> State = Gen.OneOf(Small, Gen.Int[-Limit, Limit - 1], Gen.OneOf(-Limit, -Limit + 1, Limit - 1, 0));

    private static readonly (string Name, Gen<int> Values)[] Columns =
    [
        ("leak", Gen.OneOf(Gen.Const(0), Small)),
        ("stochasticLeak", Flag),
        ("leakReversal", Flag),
        ("threshold", Gen.OneOf(Gen.Int[0, 20], Gen.Int[0, (1 << 18) - 1], Gen.Const((1 << 18) - 1))),
        ("thresholdMask", Gen.OneOf(Gen.Const(0), Gen.OneOf(1, 7, 255, (1 << 18) - 1))),
        ("negativeThreshold", Gen.OneOf(Small, Gen.Int[-(1 << 18) + 1, 0])),
        ("negativeInclusive", Flag),
        ("negativeSaturates", Flag),
        ("reset", Small),
        ("resetMode", Gen.Int[0, 2]),
        ("minimumPotential", Gen.OneOf(-Limit, -Limit, int.MinValue)),
        ("maximumPotential", Gen.OneOf(Limit - 1, Limit - 1, int.MaxValue)),
        ("v", State),
        ("logicalId", Gen.Int[0, 1000]),
    ];

    private static readonly Gen<int[][]> Parameters = Gen.Int[1, 19].SelectMany(
        compartments => Gen.Select(Columns[0].Values.Array[compartments], Columns[1].Values.Array[compartments], Columns[2].Values.Array[compartments],
            Columns[3].Values.Array[compartments], Columns[4].Values.Array[compartments], Columns[5].Values.Array[compartments],
            Columns[6].Values.Array[compartments], (a, b, c, d, e, f, g) => new[] { a, b, c, d, e, f, g }).SelectMany(
            first => Gen.Select(Columns[7].Values.Array[compartments], Columns[8].Values.Array[compartments], Columns[9].Values.Array[compartments],
                Columns[10].Values.Array[compartments], Columns[11].Values.Array[compartments], Columns[12].Values.Array[compartments],
                Columns[13].Values.Array[compartments], (h, i, j, k, l, m, n) => (int[][])[.. first, h, i, j, k, l, m, n])));

    private static readonly Gen<int> Input = Gen.OneOf(Gen.Const(0), Small, Gen.Int[-65_536, 65_280]);

    [Fact]
    public void Vector_step_equals_scalar_step_for_any_parameters_state_and_input() =>
        Gen.Select(Parameters, Input.Array[Steps * 24]).Sample(Compare, iter: 3000);

    private static void Compare(int[][] columns, int[] inputs)
    {
        CoreImage image = CoreImages.Of(columns[0].Length, CoreImages.NoSynapses, [.. Columns.Select((column, index) => (column.Name, columns[index]))]);
        CompartmentTable scalarTable = new(TrueNorthLif.Variables, image);
        CompartmentTable vectorTable = new(TrueNorthLif.Variables, image);
        var scalar = TrueNorthLif.Bind(scalarTable);
        var vector = TrueNorthLif.Bind(vectorTable);
        for (int step = 0; step < Steps; step++)
        {
            scalar.Draw(seed: 3, step);
            vector.Draw(seed: 3, step);
            int[] input = new int[scalarTable.PaddedCompartments];
            inputs.AsSpan(step * 24, image.Compartments).CopyTo(input);
            SomaLanes lanes = default;
            for (int first = 0; first < input.Length; first += Lanes)
            {
                vector.Step(first, Vector256.Create(input.AsSpan(first, Lanes)), ref lanes);
                bool changed = false;
                for (int i = first; i < first + Lanes; i++)
                {
                    SomaStep expected = scalar.Step(i, input[i]);
                    changed |= expected.Changed;
                    Assert.Equal(expected.Spiked, (lanes.Spiked >> (i - first) & 1) != 0);
                    Assert.Equal(expected.Active, (lanes.Active >> (i - first) & 1) != 0);
                }

                Assert.Equal(changed, lanes.Changed != Vector256<int>.Zero);
                lanes.Changed = default;
            }

            Assert.Equal(scalarTable["v"], vectorTable["v"]);
        }
    }
}
