namespace Ganglion.Conformance.Tests.Vectors;

/// <summary>One named case of a vector file.</summary>
/// <param name="Id">Family, file and case; also the name of the test.</param>
/// <param name="Check">Runs the case; skips itself with a reason where it does not apply.</param>
internal sealed record VectorCase(string Id, Action Check)
{
    /// <summary>A case that is known and left out.</summary>
    public static VectorCase Skipped(string id, string reason) => new(id, () => Assert.Skip(reason));

    /// <summary>A case that cannot be run at all.</summary>
    public static VectorCase Broken(string id, string reason) => new(id, () => Assert.Fail(reason));
}
