namespace Ganglion.Compiler.Partition;

/// <summary>Names of the limited resources of a core, as diagnostics and reports print them.</summary>
internal static class Resources
{
    public const string Compartments = "compartments";
    public const string Copies = "compartments, copies included";
    public const string InAxons = "incoming axons";
    public const string OutAxons = "outgoing axons";
    public const string SynapseMemory = "synapse memory (bits)";
    public const string CompartmentConfigurations = "compartment configurations";
    public const string ThresholdConfigurations = "thresholds";
    public const string SynapseConfigurations = "synapse formats";
    public const string FanIn = "synapses per neuron";
    public const string InputChannels = "input channels";
    public const string HiddenNeurons = "hidden neurons";
    public const string OutputNeurons = "output neurons";
    public const string RecurrentSynapses = "recurrent synapses";
}
