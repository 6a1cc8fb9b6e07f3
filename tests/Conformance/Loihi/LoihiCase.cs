using System.Text.Json;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>A case of a Loihi vector file.</summary>
/// <param name="Id">Name of the test.</param>
/// <param name="File">The file's root object.</param>
/// <param name="Data">The case.</param>
internal sealed record LoihiCase(string Id, JsonElement File, JsonElement Data)
{
    /// <summary>The implementation that made the vector.</summary>
    public string Peer => File.GetProperty("source").Text("peer");

    /// <summary>What an emulation has to give.</summary>
    public JsonElement Expected => Data.GetProperty("expect");

    /// <summary>Parameters of the neurons.</summary>
    public JsonElement Parameters => Data.GetProperty("params");
}
