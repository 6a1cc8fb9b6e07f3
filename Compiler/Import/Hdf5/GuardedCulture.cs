using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ganglion.Compiler.Import.Hdf5;

/// <summary>The invariant culture for as long as there is stack.</summary>
/// <remarks>
/// Soft links that lead to themselves can lie in a part of the file that the HDF5 library has in memory, so that it recurses without end and
/// without reading, unseen by <see cref="GuardedStream"/>. It compares the path of a link in the culture of the thread at every step.
/// </remarks>
internal sealed class GuardedCulture() : CultureInfo("")
{
    /// <inheritdoc/>
    public override CompareInfo CompareInfo => RuntimeHelpers.TryEnsureSufficientExecutionStack()
        ? base.CompareInfo
        : throw new InvalidDataException("Its links lead in circles.");

    /// <summary>Runs code of the library.</summary>
    public static T Run<T>(Func<T> read)
    {
        CultureInfo before = CurrentCulture;
        CurrentCulture = new GuardedCulture();
        try
        {
            return read();
        }
        finally
        {
            CurrentCulture = before;
        }
    }
}
