namespace Ganglion.Emulator.Loop;

/// <summary>One axon out, resolved for the worker that sends.</summary>
/// <param name="Queue">Index of the destination among the worker's own cores; −1 − outbox when another worker owns it.</param>
/// <param name="Core">Destination core, as index into the image's cores.</param>
/// <param name="Axon">Axon in at the destination.</param>
/// <param name="Slot">Index into the sender's counts of messages per destination.</param>
/// <param name="Delay">Axonal delay, in timesteps.</param>
internal readonly record struct FanOutEntry(int Queue, int Core, int Axon, int Slot, int Delay);
