namespace Ganglion.Cores.Loihi2;

/// <summary>What happened in the update of one compartment.</summary>
/// <param name="Payload">What its spike carries; 0 when it does not fire.</param>
/// <param name="Changed">Its state differs from before.</param>
public readonly record struct GradedStep(int Payload, bool Changed);
