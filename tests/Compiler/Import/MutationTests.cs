using CsCheck;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Import.SanaFe;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Networks;

namespace Ganglion.Compiler.Tests.Import;

/// <summary>Damaged files are refused, or read to networks whose synapses exist; nothing else happens.</summary>
public class MutationTests
{
    private static readonly string[] Tokens =
    [
        "-1", "0", "1e308", "-1e-320", "2147483648", "99999999999999999999", "1000000000", ".nan", ".inf", "[]", "{}", "[[]]", "null", "''", "~", "a", ":", "- ", "\n", "0.5",
        "..", "->", ".", "\u0000", "[1, 2]", "{a: 1}", "true",
    ];

    private static readonly Gen<(int At, int Length, int Token)[]> Damage =
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 6], Gen.Int[0, Tokens.Length - 1]).Array[1, 3];

    public static IEnumerable<TheoryDataRow<string>> NetworksByHand => NetYamlDocumentationTests.Examples;

    [Theory]
    [MemberData(nameof(NetworksByHand))]
    public void Damaged_networks_by_hand(string example) =>
        Damage.Sample(damage => ReadOrRefuse(() => NetYamlReader.Read(Apply(example, damage), "damaged")), iter: 1000);

    [Fact]
    public void Damaged_networks_of_other_tools() =>
        Damage.Sample(damage => ReadOrRefuse(() => SanaFeReader.Read(Apply(SanaFeReaderTests.TwoGroups, damage), "damaged")), iter: 2000);

    private static string Apply(string text, (int At, int Length, int Token)[] damage)
    {
        foreach ((int at, int length, int token) in damage)
        {
            int start = at % (text.Length + 1);
            text = string.Concat(text.AsSpan(0, start), Tokens[token], text.AsSpan(Math.Min(text.Length, start + length)));
        }

        return text;
    }

    private static void ReadOrRefuse(Func<Network> read)
    {
        try
        {
            AssertRowsAreSound(read());
        }
        catch (InvalidInputException e)
        {
            Assert.NotEmpty(e.Diagnostics);
        }
    }

    private static void AssertRowsAreSound(Network network)
    {
        foreach (Projection projection in network.Projections)
        {
            (int sources, int targets) = (network[projection.Source].Count, network[projection.Target].Count);
            if (sources > 1000 || targets > 1000)
            {
                continue;
            }

            for (int source = 0; source < sources; source++)
            {
                Assert.All(DenseMatrix.Row(projection.Connectivity, source), synapse => Assert.InRange(synapse.Target, 0, targets - 1));
            }
        }
    }
}
