using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests;

/// <summary>Vectors made by independent implementations, each case a test of its own.</summary>
public sealed class GoldenVectorTests
{
    private static readonly Dictionary<string, VectorCase> All = Collect();

    public static IEnumerable<TheoryDataRow<string>> Ids => All.Keys.Select(id => new TheoryDataRow<string>(id) { TestDisplayName = id });

    public static IEnumerable<TheoryDataRow<string>> Families =>
        VectorFamilies.Expected.Select(family => new TheoryDataRow<string>(family) { TestDisplayName = $"{family} is there" });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Vector(string id) => All[id].Check();

    [Theory]
    [MemberData(nameof(Families))]
    public void Family(string family)
    {
        Assert.SkipUnless(
            GoldenFolder.All.Any(folder => folder.Families.Contains(family)),
            $"There is no family '{family}' in {string.Join(" or ", GoldenFolder.All.Select(folder => Path.GetFullPath(folder.Path)))}.");

        Assert.Contains(GoldenFolder.All, folder => folder.Files(family).Count > 0);
    }

    private static Dictionary<string, VectorCase> Collect()
    {
        var cases = new Dictionary<string, VectorCase>(StringComparer.Ordinal);
        GoldenFolder first = GoldenFolder.All[0];
        foreach (GoldenFolder folder in GoldenFolder.All)
        {
            foreach (string family in folder.Families.Where(family => folder == first || !folder.HasSame(family, first)))
            {
                foreach (VectorCase vector in VectorFamilies.Cases(folder, family))
                {
                    if (!cases.TryAdd(vector.Id, vector))
                    {
                        cases[vector.Id] = VectorCase.Broken(vector.Id, "Two cases have this name.");
                    }
                }
            }
        }

        return cases;
    }
}
