using System.Runtime.InteropServices;

namespace Ganglion.Emulator.Recordings;

/// <summary>One event of an event camera: the brightness of a pixel changed.</summary>
/// <param name="Microseconds">Time in µs, in the clock of the recording.</param>
/// <param name="X">Column, from 0 at the left.</param>
/// <param name="Y">Row, from 0 at the top.</param>
/// <param name="IsOn">Whether it became brighter.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CameraEvent(long Microseconds, int X, int Y, bool IsOn);
