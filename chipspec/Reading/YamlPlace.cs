using System.Runtime.InteropServices;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Where a node hangs in its tree and stands in its file.</summary>
/// <param name="Parent">Node above; <see langword="null"/> at the top.</param>
/// <param name="Key">Key in a mapping; <see langword="null"/> for an item of a sequence.</param>
/// <param name="Index">Position in the parent.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct YamlPlace(YamlNode? Parent, string? Key, int Index, int Line, int Column);
