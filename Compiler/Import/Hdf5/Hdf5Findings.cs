using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Import.Hdf5;

/// <summary>How a format that lies in HDF5 files calls what can be wrong with them.</summary>
/// <param name="Unreadable">The file is absent, damaged, or no HDF5 file.</param>
/// <param name="UnsupportedEncoding">Numbers are stored in a way that is not read.</param>
/// <param name="TooLarge">Something is beyond a limit.</param>
/// <param name="BadParameter">A dataset holds what it should not.</param>
/// <param name="Origin">What a good file is, for people.</param>
/// <param name="EncodingRemedy">How to write it in an encoding that is read.</param>
internal sealed record Hdf5Findings(
    DiagnosticDescriptor Unreadable,
    DiagnosticDescriptor UnsupportedEncoding,
    DiagnosticDescriptor TooLarge,
    DiagnosticDescriptor BadParameter,
    string Origin,
    string? EncodingRemedy);
